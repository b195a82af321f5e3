import mermaid from 'mermaid'

/** Draws the diagrams of a page where they stand; nothing is fetched. */
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'neutral' })
void mermaid.run({ querySelector: 'pre.mermaid' })

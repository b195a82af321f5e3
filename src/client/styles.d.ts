declare module '*.css'
/** Vite's: what the pattern finds, in its place. */
interface ImportMeta {
  readonly glob: (pattern: string, options: { readonly eager: true }) => unknown
}

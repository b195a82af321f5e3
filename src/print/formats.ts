/** The kinds of PDF, each named as the view of the page that it shows. */
export const formats = ['slides', 'notes', 'handout'] as const
export type Format = (typeof formats)[number]

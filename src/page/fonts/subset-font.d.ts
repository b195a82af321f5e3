/** The part of subset-font that we use; it brings no types of its own. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'truetype'
      readonly variationAxes?: Readonly<Record<string, number>>
      readonly keepFeatures?: readonly string[]
      readonly dropTables?: readonly string[]
    },
  ): Promise<Buffer>
}

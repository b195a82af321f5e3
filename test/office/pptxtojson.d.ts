/** The package's types name its module for bundlers, which Node does not load; this is the one that it does. */
declare module 'pptxtojson/dist/index.cjs' {
  export { parse } from 'pptxtojson'
}

import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64 } from '../base64.ts'

/** How a policy names a script that stands in the page (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
export const scriptHash = (script: string): string =>
  `'sha256-${toBase64(sha256(new TextEncoder().encode(script)))}'`

/** A script so written that it does not close its own element. */
export const inlineScript = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c')

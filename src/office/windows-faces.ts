import { isTraditional } from '../words.ts'

/** One face for Latin letters and one for ideographs. */
export interface Faces {
  readonly latin: string
  readonly ideographs: string
}

interface Region {
  readonly sans: Faces
  readonly serif: Faces
  readonly mono: Faces
}

const both = (name: string): Faces => ({ latin: name, ideographs: name })
const times = (ideographs: string): Faces => ({ latin: 'Times New Roman', ideographs })
const consolas = (ideographs: string): Faces => ({ latin: 'Consolas', ideographs })

const simplified: Region = { sans: both('微软雅黑'), serif: times('宋体'), mono: consolas('黑体') }
const traditional: Region = {
  sans: both('微軟正黑體'),
  serif: times('新細明體'),
  mono: consolas('微軟正黑體'),
}
const japanese: Region = { sans: both('Yu Gothic'), serif: times('Yu Mincho'), mono: consolas('MS Gothic') }
const others: Region = { ...simplified, sans: { latin: 'Arial', ideographs: '微软雅黑' } }

/**
 * Faces that Windows has, with Office or with WPS: nothing is to be installed where the file is opened. The serif is in bold,
 * as headings are.
 *
 * @param language BCP 47
 */
export function windowsFaces(language: string): Region {
  if (/^ja\b/i.test(language)) return japanese
  if (!/^zh\b/i.test(language)) return others
  return isTraditional(language) ? traditional : simplified
}

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { slideFiles } from '../deck/slide-files.ts'
import type { Fault } from '../fault.ts'
import { type Language, spoken } from '../words.ts'

/** So much of a file tells its language, in bytes. */
const enough = 65_536

/** More names than a person sees in a folder tell no more. */
const mostNames = 200

/** The language of the system that study-deck runs on. */
export function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const told = LC_ALL || LC_MESSAGES || LANG || ''
  // Of all that tell it, plural rules are made fifty times as fast as a date's format.
  return spoken(/^[a-z]{2}/.test(told) ? told : new Intl.PluralRules().resolvedOptions().locale)
}

/** The language in which a person is answered who typed this: Chinese where the system or what they typed is Chinese. */
export function languageFor(typed: readonly string[]): Language {
  return systemLanguage() === 'zh' || hasHan(typed.join(' ')) ? 'zh' : 'en'
}

/**
 * The language in which a person is told of a fault: Chinese where the system, what they typed, or the file at fault is
 * Chinese, or what stands in the folder at fault or, where that is not there or empty, beside it; else English.
 */
export function languageOf({ place }: Fault, typed: readonly string[] = []): Language {
  if (place && (isChineseFile(place.file) || isChineseFolder(place.file))) return 'zh'
  return languageFor([place?.file ?? '', ...typed])
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Whether a text is more Chinese than it is anything else. */
function isChineseFile(path: string): boolean {
  const text = beginningOf(path)
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return ideographs > kana * 4 && ideographs * 2 > (text.match(/[A-Za-z]+/g)?.length ?? 0)
}

/** Whether files of a folder have Chinese names, or its slides Chinese words; of what is not there, the folder it would be in. */
function isChineseFolder(path: string): boolean {
  if (isFile(path)) return false
  const folder = [path, dirname(resolve(path))].find((one) => namesIn(one).length > 0) ?? path
  const names = namesIn(folder)
  const slides = slideFiles(names, () => false)
  return hasHan(names.join(' ')) || slides.some((name) => isChineseFile(join(folder, name)))
}

/** What can be seen in a folder; nothing where there is none to be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .slice(0, mostNames)
  } catch {
    return []
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The beginning of a file, were it in UTF-8; '' where there is none to be read. */
function beginningOf(path: string): string {
  if (!isFile(path)) return ''
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(enough)
      return bytes.toString('utf8', 0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
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
 * Chinese, or a name beside a folder that is empty or not there; else English.
 */
export function languageOf({ place }: Fault, typed: readonly string[] = []): Language {
  if (place && (isChineseFile(place.file) || isAmongChinese(place.file))) return 'zh'
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

/** Whether names beside a place that is empty, or where nothing is, are Chinese. */
function isAmongChinese(path: string): boolean {
  if (isFile(path) || namesIn(path).length > 0) return false
  return hasHan(namesIn(dirname(resolve(path))).join(' '))
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

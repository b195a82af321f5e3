import { outline } from '../../src/document/index.ts'
import { type KeyPointOptions, keyPoints, pointText } from '../../src/keypoints/index.ts'
import { read } from '../document/sketch.ts'
import { formOf } from '../layouts/forms.ts'

/** What is shown of a text: its layout where it is no list, `# heading`, `- point`, `  - point below it`. */
export async function shown(text: string, options?: KeyPointOptions): Promise<string[]> {
  const document = outline(await read(text))
  const say = ({ start, end }: { start: number; end: number }): string => document.text.slice(start, end)
  return [...keyPoints(document, options).entries()].flatMap(([paragraph, found]) => {
    const { heading, points } = found
    const form = paragraph.kind === 'article' ? 'article' : formOf(document.text, found)
    return [
      ...(form === 'list' ? [] : [form]),
      ...(heading ? [`# ${say(heading)}`] : []),
      ...points.map((point) => `${point.parent === null ? '' : '  '}- ${pointText(document.text, point)}`),
    ]
  })
}

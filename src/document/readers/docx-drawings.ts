import { descend, elementsOf, textIn, type XmlElement } from './xml.ts'

/** The figures of a chart, as the rows of a table, and its title; null where it holds none. */
export function chartTable(
  chart: XmlElement,
): { readonly title: string; readonly rows: readonly (readonly string[])[] } | null {
  const series = all(chart, 'ser')
  const named = series.map((one) => ({
    name: values(descend(one, 'tx')).join(' '),
    categories: values(descend(one, 'cat') ?? descend(one, 'xVal')),
    values: values(descend(one, 'val') ?? descend(one, 'yVal')),
  }))
  const [first] = named
  if (!first || named.every((one) => one.values.length === 0)) return null
  const length = Math.max(...named.map((one) => one.values.length))
  const title = all(descend(chart, 'chart', 'title'), 't')
    .map(textIn)
    .join('')
  const head = ['', ...named.map(({ name }) => name)]
  const rows = Array.from({ length }, (_, at) => [
    first.categories[at] ?? '',
    ...named.map((one) => one.values[at] ?? ''),
  ])
  return { title, rows: head.some((cell) => cell !== '') ? [head, ...rows] : rows }
}

/** The words in the boxes of a diagram of Word's own (SmartArt), box by box. */
export function diagramWords(data: XmlElement): readonly string[] {
  return all(data, 'pt')
    .map((point) =>
      all(point, 'p')
        .map((paragraph) => all(paragraph, 't').map(textIn).join(''))
        .join(' ')
        .trim(),
    )
    .filter((words) => words !== '')
}

/** In the order of their numbers; what is left out between them is blank. */
function values(parent: XmlElement | undefined): readonly string[] {
  const cells: string[] = []
  for (const point of all(parent, 'pt')) {
    const at = Number(point.attributes.idx ?? cells.length)
    const value = descend(point, 'v')
    if (value && at >= 0 && at < MOST_VALUES) cells[at] = textIn(value)
  }
  const plain = descend(parent, 'v')
  return cells.length > 0 ? Array.from(cells, (cell) => cell ?? '') : plain ? [textIn(plain)] : []
}

/** A slide has room for far fewer. */
const MOST_VALUES = 1000

/** All elements of a name below one, not those inside of each other. */
function all(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (!parent) return []
  return elementsOf(parent).flatMap((child) => (child.name === name ? [child] : all(child, name)))
}

import fc from 'fast-check'

/** Sizes of the pictures that foreign slides name: `300x200.svg`. */
export const pictureSizes = ['16x16', '300x200', '640x480', '1600x300', '200x900', '2000x2000'] as const

/** A picture that says how large it is. */
export function drawPicture(size: string): string {
  const [width, height] = size.split('x')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#8ac"/></svg>`
}

const size = fc.constantFrom(...pictureSizes)
const latin = fc.constantFrom(
  'alpha',
  'beta,',
  'gamma',
  'delta.',
  'of',
  'the',
  'internationalisation',
  'and',
  '(so',
  'on)',
)
const chinese = fc.constantFrom('坚持总体国家安全观，', '统筹发展', '和安全；', '健全体系。', '“好”', '一')
const phrase = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(latin, { minLength: 1, maxLength: most }).map((all) => all.join(' ')),
    fc.array(chinese, { minLength: 1, maxLength: most }).map((all) => all.join('')),
  )
const image = size.map((name) => `![p](${name}.svg)`)
const tag = size.map((name) => `<img src="${name}.svg">`)
const sized = fc
  .tuple(
    size,
    fc.constantFrom(
      'width="120"',
      'width="50%"',
      'style="height:80px"',
      'height=200 width=100',
      'class="r-stretch"',
    ),
  )
  .map(([name, how]) => `<img src="${name}.svg" ${how}>`)
const inline = fc.oneof(
  { weight: 5, arbitrary: phrase(12) },
  { weight: 2, arbitrary: image },
  tag,
  sized,
  phrase(4).map((said) => `**${said}**`),
  phrase(4).map((said) => `<span style="font-size:1.6em">${said}</span>`),
  phrase(4).map((said) => `<small>${said}</small>`),
  fc.constant('$\\frac{a}{b}$'),
  fc.constant('`code`'),
  fc.constant('<br>'),
)
const text = fc.array(inline, { minLength: 1, maxLength: 7 }).map((all) => all.join(' '))
const long = fc.array(inline, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '))
const items = (marker: (i: number) => string): fc.Arbitrary<string> =>
  fc
    .array(text, { minLength: 1, maxLength: 9 })
    .map((all) => all.map((said, i) => `${marker(i)} ${said}`).join('\n'))
const cells = fc.array(fc.tuple(phrase(6), fc.oneof(phrase(3), image)), { minLength: 1, maxLength: 8 })
const block = fc.oneof(
  { weight: 3, arbitrary: text },
  long,
  { weight: 2, arbitrary: items(() => '-') },
  items((i) => `${i + 3}.`),
  text.map((said) => `> ${said}`),
  image,
  fc.array(image, { minLength: 2, maxLength: 6 }).map((all) => all.join('\n')),
  cells.map((rows) => `| a | b |\n| --- | --- |\n${rows.map(([a, b]) => `| ${a} | ${b} |`).join('\n')}`),
  cells.map(
    (rows) =>
      `<table><caption>Caption</caption><tr><th colspan="2">Both</th></tr>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b.replace(/!\[p\]\((.*?)\)/, '<img src="$1">')}</td></tr>`).join('')}</table>`,
  ),
  fc.array(phrase(9), { minLength: 1, maxLength: 24 }).map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``),
  fc
    .array(phrase(30), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.map((line) => `    ${line}`).join('\n')),
  fc
    .array(phrase(20), { minLength: 1, maxLength: 8 })
    .map((lines) => `<pre><code>${lines.join('\n')}</code></pre>`),
  fc.array(phrase(20), { minLength: 1, maxLength: 3 }).map((lines) => `<pre>${lines.join('\n')}</pre>`),
  fc.constant('$$\n\\begin{aligned}a&=b\\\\c&=\\frac{d}{e}\\end{aligned}\n$$'),
  fc
    .tuple(
      fc.constantFrom('div', 'center', 'font', 'span', 'small', 'section', 'figure', 'details'),
      text,
      text,
    )
    .map(([name, a, b]) => `<${name}>\n\n${a}\n\n${b}\n\n</${name}>`),
  fc
    .tuple(
      fc.constantFrom(
        'font-size:60%',
        'font-size:1.5em',
        'margin:40px',
        'padding:1em 3em',
        'width:50%',
        'line-height:2',
        'border:4px solid red',
      ),
      text,
    )
    .map(([style, said]) => `<div style="${style}">\n\n${said}\n\n</div>`),
  fc
    .tuple(text, text)
    .map(([a, b]) => `<div class="r-hstack"><div>\n\n${a}\n\n</div><div>\n\n${b}\n\n</div></div>`),
  fc.array(tag, { minLength: 1, maxLength: 5 }).map((all) => `<div>\n${all.join('\n')}\n</div>`),
  phrase(5).map((said) => `<h3 class="r-fit-text">${said}</h3>`),
  phrase(8).map((said) => `#### ${said}`),
)
const attributes = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc
    .constantFrom(
      'style="font-size:0.8em"',
      'style="font-size:150%"',
      'class="cards"',
      'class="contrast"',
      'class="article"',
      'class="title"',
      'class="image"',
    )
    .map((said) => `<!-- .slide: ${said} -->\n\n`),
)

/** A slide as other people write them: pictures anywhere, HTML around Markdown, sizes of their own. */
export const foreignSlide = fc
  .tuple(attributes, fc.option(phrase(8)), fc.array(block, { minLength: 1, maxLength: 4 }))
  .map(([said, heading, blocks]) => `${said}${heading ? `## ${heading}\n\n` : ''}${blocks.join('\n\n')}\n`)

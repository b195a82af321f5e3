import { describe, expect, test } from 'vitest'
import { read, sketch } from './sketch.ts'

const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'

async function page(body: string, head = ''): Promise<{ lines: string[]; told: string[] }> {
  const { text, leftOut } = await read(
    `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`,
    'a.html',
  )
  return { lines: text.split('\n'), told: leftOut.map(({ kind, words }) => `${kind} ${words}`.trim()) }
}

test('a page of the government: its record, crumbs and further links are told, not read', async () => {
  const record =
    '<table><tr><td>索 引 号：</td><td>000014349/2024</td><td>主题分类：</td><td>综合</td></tr><tr><td>发文机关：</td><td>国务院</td><td>成文日期：</td><td>2024年5月6日</td></tr></table>'
  const found = await page(
    `<div>当前位置：<a href=/>首页</a> &gt; <a href=/z>政策</a></div><div><div>${record}<div><p align=center>关于加强工作的意见</p><p>${P}</p><p>一、甲</p><p>${P}</p></div></div>
     <h3>相关稿件</h3><ul><li><a href=/1>一图读懂</a></ul></div><footer>版权所有</footer>`,
  )
  expect(found.lines).toEqual(['关于加强工作的意见', P, '一、甲', P])
  const around = found.told.join(' ')
  for (const words of ['索 引 号', '当前位置', '一图读懂', '版权所有']) expect(around).toContain(words)
})

test('an article of WeChat: author, account and time below the title; what the app adds is told', async () => {
  const html = `<div><h1 id=activity-name>几点思考</h1><div><span>甲乙</span><a id=js_name href="javascript:void(0);">甲乙研究</a><em>2024-05-06 08:00</em></div>
    <div id=js_content style="visibility: hidden"><section><p><span>${P}</span></p><p><img data-src="https://x.invalid/liucheng.png" src="data:image/gif;base64,R0lGODlh"></p><p>${P}</p></section></div>
    <div>阅读原文 微信扫一扫关注该公众号</div></div>`
  expect(await sketch(`<html><body>${html}</body></html>`, 'a.html')).toEqual([
    ...['= 几点思考', '--', 'byline 甲乙', 'source 甲乙研究', 'date 2024-05-06 08:00'],
    ...[
      'prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…',
      'prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…',
    ],
  ])
  expect((await page(html)).told).toEqual([
    'picture liucheng.png',
    'surroundings 阅读原文 微信扫一扫关注该公众号',
  ])
})

describe('small letters', () => {
  test.each([
    ['面积1000m<sup>2</sup>', '面积1000m²'],
    ['种树10<sup>8</sup>棵', '种树10⁸棵'],
    ['x<sup>-1</sup>', 'x⁻¹'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['定期检查<sup>2</sup>', '定期检查[2]'],
    ['mixed source<sup>2</sup> meals', 'mixed source[2] meals'],
    ['检查。<sup>[3]</sup>', '检查。[3]'],
    ['检查<a href=#n><sup>4</sup></a>', '检查[4]'],
    ['检查<sup><a href=#n>5</a></sup>', '检查[5]'],
    ['Act 1998<sup>6</sup>', 'Act 1998[6]'],
    ['the 1<sup>st</sup> day', 'the 1st day'],
    ['一<br>二', '一\n二'],
    ['<ruby>泊<rp>(</rp><rt>pò</rt><rp>)</rp></ruby>头', '泊（pò）头'],
    ['得<math><msup><mi>x</mi><mn>2</mn></msup></math>', '得x²'],
    ['得<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>', '得(a+b)/c'],
    ['&#9745; &hellip; &#x4e2d;', '☑ … 中'],
  ])('%s', async (html, words) => {
    expect((await page(`<p>${html}</p>`)).lines.join('\n')).toBe(words)
  })
})

test('cells are read as the page is, merged ones over their columns', async () => {
  const table =
    '<table><tr><th rowspan=2>街道<th colspan=2>数量<tr><td>男<td>女<tr><td>甲<br>街道<td>10<sup>3</sup><td><p>一</p><p>二</p><img src=a.png alt=图></table>'
  const source = await read(`<html><body><p>${P}</p>${table}</body></html>`, 'a.html')
  expect(source.text.split('\n').slice(1)).toEqual(['街道\t数量', '男\t女', '甲 街道\t10³\t一 二'])
  expect([...source.layout.values()].flatMap(({ row }) => (row ? [row.cells.length] : []))).toEqual([3, 3, 3])
  expect(source.leftOut.map(({ kind, words }) => `${kind} ${words}`)).toEqual(['picture 图'])
})

test('what a page embeds is told, what counts its readers is not', async () => {
  const { told } = await page(
    `<p>${P}</p><img src=a.png alt=流程图><img src=count.gif width=1 height=1><iframe src=v.mp4 title=解读视频></iframe><svg><text>组织图</text></svg><svg><path/></svg><p>${P}</p>`,
  )
  expect(told).toEqual(['picture 流程图', 'attachment 解读视频', 'picture 组织图'])
})

test('HTML within Markdown is read as a page is', async () => {
  const text = [
    ...[
      '---',
      'title: "Canteen Policy"',
      'author: Alex Roe',
      '---',
      '<div><h1>District</h1><h2>By-law<br>1998</h2></div>',
      '',
    ],
    ...[
      'FROM: Alex<br/>Chief &amp; more H<sub>2</sub>O and source<sup>2</sup>',
      '',
      '<img src="a.png" alt="图">',
    ],
  ].join('\n')
  const source = await read(text, 'a.md')
  expect(source.text.split('\n').filter((line) => line !== '')).toEqual([
    ...[
      'Canteen Policy',
      'Alex Roe',
      'District',
      'By-law 1998',
      'FROM: Alex',
      'Chief & more H₂O and source[2]',
    ],
  ])
  expect(source.leftOut.map(({ words }) => words)).toEqual(['图'])
})

test('a short notice among many links is read, and the foot of the page is not', async () => {
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href=/${at}>新闻中心第${at}栏</a></li>`).join(
    '',
  )
  const { lines, told } = await page(
    `<div class=a><div><ul>${links}</ul></div><div><h2>阅览室会议通知</h2><p>各班团支书：</p><p>请于6月17日中午到会，请互相转告。</p><p>校团委</p></div>
     <div><div>网站地图 联系我们</div><h4>地址</h4><p>某市某路1号 电话：1234567</p><p>某中学 版权所有 Copyright 2013</p></div></div>`,
  )
  expect(lines).toEqual(['阅览室会议通知', '各班团支书：', '请于6月17日中午到会，请互相转告。', '校团委'])
  expect(told.join(' ')).toContain('某市某路1号')
})

test('a page that is nearly all table is a table', async () => {
  const row = (day: string): string =>
    `<tr><td><p>${day}</p></td><td><p>整理图书，打扫阅览室</p></td><td><p>办公室</p></td></tr>`
  const { text, layout } = await read(
    `<html><body><div><h2>工作安排表</h2><div><table><tbody>${['周一', '周二', '周三', '周四', '周五'].map(row).join('')}</tbody></table></div></div></body></html>`,
    'a.html',
  )
  expect(text.split('\n')[1]).toBe('周一\t整理图书，打扫阅览室\t办公室')
  expect(layout.get(1)?.row).toBeDefined()
})

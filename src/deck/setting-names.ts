/** The settings of a deck, each with the other names that it goes by. */
const names = {
  title: ['标题', '題目', '题目', '標題'],
  lang: ['language', '语言', '語言'],
  incremental: ['逐条', '逐条显示', '逐项', '逐條', '逐條顯示'],
  theme: ['主题', '主題', '风格', '風格'],
  ratio: ['aspectRatio', 'size', '比例', '画幅', '畫幅'],
  unit: ['单位', '單位', '部门', '部門'],
  date: ['日期'],
  marking: ['标记', '標記', '标识', '標識', '密级', '密級'],
  logo: ['标志', '標誌', '徽标', '徽標'],
  recap: ['小结', '小結', '回顾', '回顧'],
  questions: ['讨论题', '討論題', '思考题', '思考題', 'discussion'],
  duration: ['时长', '時長'],
  pace: ['语速', '語速'],
  timings: ['计时', '計時', '用时', '用時'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SettingName = keyof typeof names

const known = new Map<string, SettingName>(
  Object.entries(names).flatMap(([name, others]) =>
    [name, ...others].map((one) => [one.toLowerCase(), name as SettingName] as const),
  ),
)

/** The setting that a name means; undefined where it is none of ours. */
export function settingNamed(name: string): SettingName | undefined {
  return known.get(name.toLowerCase())
}

/** The name of ours that somebody may have meant; undefined where none is like it. */
export function nearestSetting(name: string): string | undefined {
  const written = name.toLowerCase()
  const most = written.length > 4 ? 2 : 1
  let nearest: { name: string; distance: number } | undefined
  for (const [one, setting] of known) {
    const isHan = /\p{Script=Han}/u.test(one)
    const isNear = Math.abs(written.length - one.length) <= 3
    const begins =
      isNear && written.length >= (isHan ? 1 : 3) && (one.startsWith(written) || written.startsWith(one))
    const distance = begins ? 1 : distanceOf(written, one)
    if (distance <= (isHan ? 1 : most) && distance < one.length && distance < (nearest?.distance ?? 3))
      nearest = { name: isHan ? one : setting, distance }
  }
  return nearest?.name
}

/** How many characters must be put in, taken out or changed to make one word of the other. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[other.length] ?? 0
}

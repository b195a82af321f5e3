import { language } from '../model/language.ts'

const texts = {
  zh: {
    name: '把节约用水落到实处.txt',
    text: `把节约用水落到实处

一、提高认识，把节水摆在重要位置

水是生命之源、生产之要、生态之基。近年来，全市用水效率稳步提高，节水器具基本普及，公众节水意识明显增强。但也要看到，我市人均水资源量只有全国平均水平的三分之一，供需矛盾依然突出。越是用水紧张，越要把节水摆在优先位置，任何单位和个人都不得擅自扩大取水规模。

二、突出重点，抓好三个领域

当前要抓好三个领域的节水工作：一是农业节水，加快灌区改造，推广滴灌和喷灌，灌溉水利用系数提高到0.6以上；二是工业节水，对高耗水行业逐户核定用水指标，推行一水多用、循环利用；三是城镇节水，改造老旧管网，公共供水漏损率控制在9%以内。为此，各部门要按照分工抓好落实，每季度通报一次进展。

三、加强领导，确保取得实效

各级各部门要把节水纳入重要议事日程，主要负责同志亲自抓、负总责。除抢险救灾等应急用水外，超计划用水一律加价收费。要广泛宣传先进典型，让爱惜每一滴水成为大家的自觉行动。
`,
  },
  en: {
    name: 'Saving Water, in Practice.txt',
    text: `Saving Water, in Practice

1. Why it comes first

Water is what life, work and nature depend on. In recent years the city has used water better, most homes have saving taps, and more people know why it matters. But each of us has only a third of the national average, and there is not enough for everything. No one may draw more water than was agreed, unless an emergency requires it.

2. Three fields

Three fields come first: first, farms, where canals are repaired and drip irrigation spreads; second, industry, where each large user is given a limit and water is used more than once; third, the town, where old pipes are replaced so that less than 9% leaks away. Every quarter we report how far we are.

3. Who answers for it

Whoever leads a department answers for its water. Except in an emergency, those who use more than they planned pay more. We will tell of good examples, so that to save every drop becomes a habit.
`,
  },
} as const

/** A short document of our own, for whoever wants to see what the desk does. */
export function sample(): File {
  const { name, text } = texts[language]
  return new File([text], name, { type: 'text/plain' })
}

import type { Step } from '../content/paragraphs.ts'
import { element, type Xml } from '../xml.ts'

/** What comes on a click: a whole shape, or one paragraph of it. */
export interface Entrance {
  readonly shape: number
  readonly paragraph?: number
  readonly step: Step
}

/** In the order in which reveal.js shows fragments: those with a number by it, then the others as they stand. */
function clicks(entrances: readonly Entrance[]): Entrance[][] {
  const groups = new Map<Step | number, Entrance[]>()
  for (const entrance of entrances) {
    const key = entrance.step.order ?? entrance.step
    const group = groups.get(key)
    if (group) group.push(entrance)
    else groups.set(key, [entrance])
  }
  const all = [...groups]
  const numbered = all.filter(([key]) => typeof key === 'number').sort(([a], [b]) => Number(a) - Number(b))
  return [...numbered, ...all.filter(([key]) => typeof key !== 'number')].map(([, group]) => group)
}

/** The animation of a slide: what comes on each click, by appearing. Null where everything is there. */
export function timingXml(entrances: readonly Entrance[]): Xml | null {
  if (!entrances.length) return null
  let id = 3
  const always = element('p:stCondLst/p:cond', { delay: 0 })
  const appear = ({ shape, paragraph }: Entrance, isFirst: boolean): Xml => {
    const [outer, inner] = [id++, id++]
    const target = element(
      'p:spTgt',
      { spid: shape },
      paragraph === undefined ? null : element('p:txEl/p:pRg', { st: paragraph, end: paragraph }),
    )
    return element(
      'p:par/p:cTn',
      {
        id: outer,
        presetID: 1,
        presetClass: 'entr',
        presetSubtype: 0,
        fill: 'hold',
        grpId: 0,
        nodeType: isFirst ? 'clickEffect' : 'withEffect',
      },
      always,
      element(
        'p:childTnLst/p:set',
        element(
          'p:cBhvr',
          element('p:cTn', { id: inner, dur: 1, fill: 'hold' }, always),
          element('p:tgtEl', target),
          element('p:attrNameLst/p:attrName', 'style.visibility'),
        ),
        element('p:to/p:strVal', { val: 'visible' }),
      ),
    )
  }
  const click = (group: readonly Entrance[]): Xml => {
    const [outer, inner] = [id++, id++]
    const effects = group.map((entrance, i) => appear(entrance, i === 0))
    const par = (number: number, delay: string | number, inside: Xml | readonly Xml[]): Xml =>
      element(
        'p:par/p:cTn',
        { id: number, fill: 'hold' },
        element('p:stCondLst/p:cond', { delay }),
        element('p:childTnLst', inside),
      )
    return par(outer, 'indefinite', par(inner, 0, effects))
  }
  const onSlide = (event: string): Xml =>
    element('p:cond', { evt: event, delay: 0 }, element('p:tgtEl/p:sldTgt'))
  const steps = clicks(entrances).map(click)
  const shapes = new Map<number, boolean>()
  for (const { shape, paragraph } of entrances) shapes.set(shape, paragraph !== undefined)
  return element(
    'p:timing',
    element(
      'p:tnLst/p:par/p:cTn',
      { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
      element(
        'p:childTnLst/p:seq',
        { concurrent: true, nextAc: 'seek' },
        element('p:cTn', { id: 2, dur: 'indefinite', nodeType: 'mainSeq' }, element('p:childTnLst', steps)),
        element('p:prevCondLst', onSlide('onPrev')),
        element('p:nextCondLst', onSlide('onNext')),
      ),
    ),
    element(
      'p:bldLst',
      [...shapes].map(([spid, isParted]) =>
        element('p:bldP', {
          spid,
          grpId: 0,
          build: isParted ? 'p' : undefined,
          animBg: isParted ? undefined : true,
        }),
      ),
    ),
  )
}

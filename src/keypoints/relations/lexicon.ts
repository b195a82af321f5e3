import { isRelationKind, type RelationKind } from './relation.ts'

/** By which words a clause tells its relation to its neighbours. */
export interface Cue {
  readonly relation: RelationKind
  /** Where the clause that it depends on stands. */
  readonly towards: 'next' | 'previous'
  /** It stands before a colon. */
  readonly colon: boolean
  /** It begins with one of these, ends with one of these, holds one of these; or is nothing but one of these. */
  readonly words: Readonly<Partial<Record<'opens' | 'closes' | 'holds' | 'is', string>>>
}

/** What a clause begins with that says by what means, from where or in view of what. */
const prepositions = '(?:我们)?(?:还|也)?(?:要|必须|坚持)?(?:在|从|自|以|对|就|当|到|于|截至|结合)'

/** Those who are to do it as the rest of the clause says: 各部门应当按照…的要求. */
const who = '(?:[^，]{2,24}?(?=应当|必须|要|依照|按照|根据))?'

/**
 * A cue a row, the next line if it is indented: its relation; `>` for what leads up to the next clause, `<` for what goes
 * on with the one before; the words between spaces, `_` for a space within one, each a small pattern (`如(?!何)` is 如
 * unless 何 follows). Rows before others tell more: a clause is in the relation of the first row that fits. What leads up
 * to something changes its meaning unless it is known to be harmless: a `circumstance` may be left out, a `condition`
 * may not.
 */
const table = String.raw`
exception < closes 除外 不在此限 另有规定
exception < opens 但(?!书) 但是 | holds 不(?![断仅但同]) 除 应当 必须 须(?!知) 另有 仅 只 限 未(?!来) 非(?!常)
exception < opens
  (?:最长|最高|最多|最低|最迟|至多|至少|时间|期限|数额|金额|总额|比例|原则上|一般)?(?:均|都|也)?(?:不得?超过|不得?少于|不得?低于|不得?高于|仅限|只限|限于|限期|以[^，]{1,16}为限|至[^，]{1,12}为?止|最迟|最晚)
exception < opens but_(?:not|only|no|never|may_not|shall_not|does_not|do_not|is_not|are_not|must_not|cannot) except
  unless save_(?:for|where|that|as) apart_from other_than excluding provided(?:_that)? subject_to no_later_than
  not_later_than only_(?:if|when|where|after|with) so_long_as as_long_as if(?!_not_all) until without_prejudice
exception > opens 但?除了
exception > opens [^，除]{2,30}除(?![夕旧草尘湿雪了])(?!以) | closes 外 以外 之外
exception > opens (?:and_|but_|so_)?(?:unless except save_(?:for|where|as) apart_from other_than excluding)
source > colon | closes 指出 强调 认为 说 写道 讲过 讲到 说过 曾说 提出 告诫 表示 问道 回答 引用
  电话 联系人 联系方式 传真 邮箱 地址 网址 (?:责任|牵头|配合|联系)(?:单位|部门|人)
attribution > colon | opens 据
attribution > colon | closes 先生 女士 同志 代表 建议 反映 事实 认为 介绍 是 为 即 有 包括 包括以下 如下 原则 问题 方面 任务 目标 要求 情况 表现在 做到
  下列[^，]{0,12} 以下[^，]{0,12}
source > opens (?!我们?|大家|会议)(?![^，]*(?:通知|会议|意见|决定|条例|》)[^，]{0,6}$)[^，]{2,30} | closes 指出 强调 (?<!来)说 认为 主张 声称 以为 讲过 曾说 写道 告诉我们
source > opens [^，]{2,30}?(?:总书记|主席|总理|书记|部长|省长|市长|院长|委员长|同志|先生) | closes 要求 提出 表示
attribution > closes 表明 证明 指出 提出 认为 反映 介绍 说 (?:通知|会议|意见|决定|条例|》)要求 强调
  (?:我们|大家|要|应该?|必须)[^，]{0,6}(?:感受|认识|体会|看)到 来看 情况看 角度看 来说 而言 说来 起来 如下
  (?:任务|目的|目标|议题|内容|主题|要求|特点|原因|关键|重点)(?:就|主要|都)?(?:是|有|为|在于)
condition > opens (?:并|且|但|确需[^，]{0,12})?(?:依法|须|应)?(?:经|报|未经|非经)(?![济营过历]) | closes 批准 同意
  许可 审核 审查 审批 核准 备案 授权 合格 通过 确认 认定 验收 鉴定 评估 论证 检查 检验 申请 决定 程序 公证 登记 告知
  证明
condition > opens ${who}(?:应当?|必须|要|可以?)?(?:严格)?(?:依照|按照|根据|依据|遵照|参照|比照|符合|依) | closes
  规定 程序 权限 标准 期限 办法 比例 方式 顺序 法律 法规 条例 条件 约定 章程 协议 合同 职责 分工 规范 范围 结果 情况
  需要 性质 特点 意愿 习惯
condition > closes 前提下 情况下 条件下 情形下 状态下 以内 之内 范围内 期限内 期内 [日月年天时]内
  (?<![同一二三及按实即届随行成])时 (?<![落先最今以滞])后 之前 以前 [日月底年]前 期间 [日月年时]起
condition > opens (?:但)?(?:如果 如(?=[^何实期同此下今意]) 遇有? 假如 倘若 若(?!干) 要是 [^，]{0,12}(?:只要|只有|如果|假如|倘若|一旦|一经) 除非 凡是? 不论
  无论 不管 越(?:是)?(?=[^，]+) (?:禁止)?未[^，]*(?:措施|规定|批准|许可|同意|后))
condition > opens (?:and_|but_|so_)?(?:if provided as_long_as so_long_as subject_to only once whether no_matter
  until without(?!_(?:doubt|question)) within notwithstanding upon where(?!as) in_(?:the_event|case|any_case_where)
  not_later_than no_later_than on_(?:condition|or_before|and_after) before after when_(?:a|an|any)\b)
condition > closes (?<![目标似])的 违反[^，]{0,40}(?:规定|标准|要求)
circumstance > is 当前 刚才 下面 目前 现在 如今 今天 今后 今年 去年 明年 近日 近年来 多年来 长期以来 这些年 前段时间
  第[一二三四五六七八九十] 同时 与此同时 此外 另外 借此机会 古今中外 其中 首先 其次 再次 再者 最后 总之 总的来看
  总体上看 一方面 另一方面 因此 所以 因而 为此 鉴此 对此 据此 由此 由此可见 在此 在这里 然而 但是 可是 不过 而且 并且
  况且 于是 可见 比如 例如 譬如 具体而言 具体来说 也就是说 换言之 众所周知 下一步 相反 反之 当然 诚然 确实 事实上
  实际上 特别是 尤其是 实际工作中 (?:过去|未来|今后|这|近)?的?[一二两三四五六七八九十]+年来? \d+年来 这一年 一年来
circumstance > opens 据(?!此) 站在 经[^，]{0,16}(?:努力|斗争|协商|讨论|研究) 要立足 随着 由于 根据 按照 依照 依据 遵照 面对 针对 关于 鉴于 本着 立足于? 着眼于? (?:紧紧)?围绕 (?:紧密)?结合 依托
  回顾 通过(?![了的]) 经过
circumstance > opens (?:今天)?我们(?:在这里|今天)?(?:隆重)?(?:召开|举行|纪念|欢聚|相聚)
circumstance > closes 一段时间 之际 的同时 过程中 形势下 基础上 背景下 框架下 领导下 指引下 推动下 支持下 帮助下 努力下 之初
  以来 时候 年来 相比 的[^，]{2,}中 等?原因
circumstance > opens ${prepositions} 依靠 凭借 借助 | closes 下 中 上 时 后 前 里 间 来 看 新时代 今天 方面 角度
  高度 出发 实际 教育 方式 手段 途径 等
  为[^，、]{0,4}(?:引领|统领|指引|契机|主线|重点|目标|抓手|核心|中心|牵引|突破口|导向|动力|主题|目的|保障|落脚点|根本|基础|依托|支撑|载体|纲领|遵循)
contrast > opens 不仅 不但 不只 不单 不光 既(?![然定有得往成]) 与其 宁可 一方面 不是(?!说)
  (?:[^，]{0,12}(?:不能|不要|不可|不应|不))(?:只|仅|光|单) [^，]{0,8}(?:仅靠|只靠|光靠|单靠) not_only just_as
  instead_of rather_than either neither
concession > opens 虽然 虽 尽管 固然 即使 即便 哪怕 although though even_though even_if whereas while despite
  in_spite_of unlike
purpose < opens 以(?:便|免|确保|保证|防|此|期|利|求|掌握|避免|适应|满足|提高|促进|推动|实现|带动|增强|达到|取得)(?![^，]*为[^，]{0,4}$) 从而 进而 使(?![用命]) 令(?!人) 让(?!步) 避免 防止 so_that
  in_order_(?:to|that) so_as_to to
purpose < opens 为(?!了?[^，]{0,3}是) | closes (?:提供|奠定|营造|作出|做出|创造|贡献|注入|增添|打下|谱写)[^，]{1,24}
elaboration < opens 这(?:既|也|就|正|才)?是 存在 出现 危及 导致 造成 引发 取得 获得 涌现 有的
`

export const cues: readonly Cue[] = table
  .replaceAll('\n  ', ' ')
  .trim()
  .split('\n')
  .map((row) => {
    const [, relation = '', side, rest = ''] = /^(\w+) ([<>]) (.*)$/u.exec(row) ?? []
    const fields = rest.split(' | ').map((field) => /^(\w+) ?(.*)$/u.exec(field) ?? [])
    return {
      relation: isRelationKind(relation) ? relation : 'joint',
      towards: side === '>' ? 'next' : 'previous',
      colon: fields.some(([, name]) => name === 'colon'),
      words: Object.fromEntries(fields.map(([, name = '', words = '']) => [name, words])),
    }
  })

/**
 * The cue words that tell what a clause is for: Edmundson's cue method (“New Methods in Automatic
 * Extracting”, Journal of the ACM 16(2), 1969), with the words of Chinese official prose and of
 * plain English. Chinese cues are written in simplified characters and are matched against
 * `simplified(clause)`.
 */

/** 必须, 应当, 不得: what is to be done. */
export const directive =
  /(?:^|[^重需只主必首还将想纲摘概])要(?![求素点害件义领闻事案旨道务]|做$)|必须|务必|应当|应该|不得|严禁|禁止|坚决|不许|(?<![所占拥享持没])有权|有义务|\b(?:must|shall|should|will|need to|have to|has to|may not|let us)\b/iu

/** What nobody may do, or what all must stop. */
export const ban =
  /不得|严禁|禁止|不准|不许|一律停|\b(?:must not|shall not|may not|no \p{L}+ (?:may|shall))\b/iu

/** What is not to be done. */
export const prohibition = new RegExp(`${ban.source}|绝?不能|决不|\\bcannot\\b`, 'iu')

/** The strongest of them. */
export const obligation = /必须|务必|不得|严禁|一律|\b(?:must|shall)\b/iu

/** What was reached, grew or changed: 明显增强, 不断提高, 稳步推进. */
export const result =
  /(?:不断|明显|显著|进一步|稳步|大幅|有效|持续|全面|基本|根本|逐步|更加|历史性|扎实)[^，]{0,4}(?:提高|提升|增强|增长|深化|改善|扩大|下降|减少|推进|巩固|好转|完善|健全|优化|进步|成效|实现|建成|保护|成就|跃升|突破|缩小|转变|进展|增加|好转|到位|解决)$|(?:首次|突破|居全国|翻番|全国第|世界第|历史性)|\b(?:achiev|increas|reduc|grew|grow|reach|complet|record|deliver|creat)\w*/iu

/** Says next to nothing: 努力开展工作, 取得了新的成绩. */
export const generic =
  /认真(?:贯彻|落实)[^，]{0,40}$|^列入[^，]{0,8}议事日程|^(?:努力|积极|扎实|认真|主动)[^，]{0,6}(?:工作|努力|服务)$|(?:取得|作出|做出)了?[^，]{0,6}(?:成绩|成效|进步|贡献|努力|成果)$|请予?审议|提出[^，]{0,8}(?:意见|建议)$|(?:以下|下列|如下)[^，]{0,8}$|表示[^，]{0,6}(?:感谢|敬意|祝贺|问候)|向大会报告|^特此[^，]{2,4}$|^(?:在此，)?我代表|提请[^，]{0,8}(?:审查|审议)$|^(?:实现|完成|做好)(?:上述|以上|这些)[^，]{0,40}$|(?:讲|提|谈)[^，]{0,2}(?:几|[一二两三四五六七])(?:点|个?方面)[^，]{0,8}$|供大家参考|作个?交流|作了[^，]{0,6}(?:发言|讲话|汇报)$|讲得[^，]{0,40}好$|希望大家[^，]{0,40}(?:学习|借鉴|领会)[^，]{0,40}$|^(?:[Ww]e|I) (?:will|shall|must|want to) (?:do|make|take) \w+ (?:things|points|steps)$|(?:作出|制定)[^，]{0,4}(?:如下|本法)|^大家[^，]{0,2}好$|讲(?:到这里|这么多|这些)$|^祝(?:大家|各位|同志)|^(?:再次)?(?:感谢|谢谢)|^[Ll]et(?:[’']s| us|me) (?:now )?(?:begin|start|turn|move|look|go|return|come)\b|^[Gg]ood (?:morning|afternoon|evening)\b|谱写[^，]{0,40}篇章|作出[^，]{0,40}贡献$/u

/** A spoken way of saying it; the same said in full reads better on a slide. */
export const contraction =
  /\p{L}(?:n[’']t|[’'](?:re|ve|ll|m|d))\b|\b(?:it|that|let|there|here|what|who|he|she)[’']s\b/iu

/** What something is. */
export const definition =
  /是指|指的是|就是(?!要)|(?:^|，)[^，][^，是]*是[^，]{2,}(?:的|任务|工作|保障|要求|基础|关键|核心|前提|根本|重点|支撑|保证|法宝|武器|总抓手|之路|之举|所在)|\b(?:is|are|means)\s+(?:a|an|the)\b/iu

/** Loyal formulas that every document has: 以…为指导, 贯彻…精神. */
export const formula =
  /(?:^|[^，]{0,10})(?:坚持|贯彻|落实|学习|高举|遵循|践行|深入领会|以|按照|围绕|统筹推进|协调推进)[^，]{0,60}(?:精神|思想|理论|科学发展观|总体要求|旗帜|路线|总体布局|战略布局|重要论述|重要讲话|新发展理念|总基调|决策部署|工作要求)(?:为指导|为指引|为统领|为统揽)?$|以[^，]{2,60}为(?:指导|指引|统领|统揽|契机|纲领|遵循)$/u

/** A clause that goes on about something named before it. */
export const anaphora =
  /^(?:这(?![一二三四五六七八九十]年|次|里)|那|他|她|它|其(?!他|它|余|中)|该|此(?!次|案|外)|有的|有些|两者|以上|上述|前述|本条|前款|前条)|^(?:this|that|these|those|it|he|she|they|which|such)\b/iu

/** Turns against what stands before it. */
export const turn =
  /^(?:but|however|yet|nevertheless|still,)\b|^(?:但(?!书)|然而|可是|不过(?!是)|却|当然，|诚然，)/iu

/** Words that carry a conclusion. */
export const conclusion =
  /^(?:总之|因此|所以|为此|由此|可见|这些情况表明|归根到底|归根结底|综上所述|一句话|therefore|thus|in short|in conclusion|in sum|finally)/iu

/** Adds to what stands before it. */
export const addition = /^(?:同时|此外|另外|与此同时)，/u

/** Those who are spoken to. */
export const address =
  /^(?:各位|诸位|尊敬的)(?!.*[要请])|^\p{Script=Han}{1,12}们$|^(?:(?:my )?fellow \w+|ladies and gentlemen|madam .*|mr\.? .*|thank you.*|(?:members|justices) of .*|(?:distinguished|honou?rable|dear) .*)$/iu

/**
 * The cue words that tell what a clause is for: Edmundson's cue method (“New Methods in Automatic
 * Extracting”, Journal of the ACM 16(2), 1969), with the words of Chinese official prose and of
 * plain English. Chinese cues are written in simplified characters and are matched against
 * `simplified(clause)`.
 */

/** 必须, 应当, 不得: what is to be done. */
export const directive =
  /(?:^|[^重需只主还将想])要(?![求素点害件义领闻事案旨道])|必须|务必|应当|应该|不得|严禁|禁止|坚决|不许|有权|有义务|\b(?:must|shall|should|will|need to|have to|has to|may not|let us)\b/iu

/** What was reached, grew or changed. */
export const result =
  /取得|达到|实现|突破|提高|提升|增强|增长|深化|完成|建成|形成|推进|改善|扩大|下降|减少|明显|显著|稳步|有效|居全国|\b(?:achiev|increas|reduc|grew|grow|reach|complet|record|deliver|creat)\w*/iu

/** What something is. */
export const definition =
  /是指|指的是|就是(?!要)|[^，]是[^，]{2,}(?:的|任务|工作|保障|要求|基础|关键|核心|前提|根本|重点|支撑|保证|法宝|武器|总抓手|之路|之举|所在)|\b(?:is|are|means)\s+(?:a|an|the)\b/iu

/** Loyal formulas that every document has: 以…为指导, 贯彻…精神. */
export const formula =
  /(?:^|[^，]{0,10})(?:坚持|贯彻|落实|学习|高举|遵循|践行|深入领会|以|按照|围绕|统筹推进|协调推进)[^，]{0,60}(?:精神|思想|理论|科学发展观|总体要求|旗帜|路线|总体布局|战略布局|重要论述|重要讲话|新发展理念|总基调)(?:为指导|为指引|为统领|为统揽)?$|以[^，]{2,60}为(?:指导|指引|统领|统揽|契机|纲领|遵循)$/u

/** A clause that goes on about something named before it. */
export const anaphora =
  /^(?:这|那|他|她|它|其(?!他|它|余|中)|该|此(?!次|案)|有的|有些|两者|以上|上述|前述|本条|前款|前条)|^(?:this|that|these|those|it|he|she|they|which|such)\b/iu

/** Words that carry a conclusion. */
export const conclusion =
  /^(?:总之|因此|所以|为此|由此|可见|这些情况表明|归根到底|归根结底|综上所述|一句话|therefore|thus|in short|in conclusion|in sum|finally)/iu

import type { ParagraphKind } from './document.ts'

interface Sign {
  readonly kind: ParagraphKind
  /** Each is anchored and its quantifiers are bounded or end at a different character. */
  readonly pattern: RegExp
}

const YEAR = '(?:(?:19|20)\\d{2}|[一二][〇○零ＯOo0一二三四五六七八九]{3})'
const DATE = `${YEAR}\\s{0,4}年\\s{0,4}[\\d一二三四五六七八九十]{1,2}\\s{0,4}月(?:\\s{0,4}[\\d一二三四五六七八九十]{1,3}\\s{0,4}日)?`
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
/** 2017年08月22日 and 2017-08-22, with the time of day where it has one. */
const MOMENT =
  '(?:19|20)\\d{2}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?(?:[\\s–-]{0,4}\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?'
/** July 25th, 2016; the 29th day of April, 2012; 2016-07-25. */
const DAY = `(?:${MONTH} (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: day of)? ${MONTH},? \\d{4}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{4})`
/** What becomes of a document on a day. */
const STATUS =
  '(?:revised|revision|updated|update|modified|adopted|approved|amended|amendment|effective|issued|published|posted|released|ratified|reviewed|dated|promulgated|enacted)'
const OPEN = '[（(【\\[]'
const CLOSE = '[）)】\\]]'

const HEARER =
  '[\\p{sc=Han}\\s]{0,16}(?:同志|女士|先生|朋友|同学|同學|老师|老師|代表|委员|委員|来宾|來賓|嘉宾|嘉賓|领导|領導|专家|專家|家长|家長|战友|戰友|乡亲|鄉親|同胞|兄弟|姐妹|校友|员工|員工|同事|同仁|主席|总理|總理|阁下|閣下|主任|校长|校長|书记|書記)[们們]?'
/** 各位领导、同志们： The hearers alone; with words to them it is a sentence. */
const SALUTATION = new RegExp(`^${HEARER}(?:[、，,\\s]\\s?${HEARER}){0,6}\\s?[：:！!]$`, 'u')

/** `Mr. President, Excellencies, friends —` */
const HEARERS =
  '(?:(?:(?:and|your|mr\\.?|mdm\\.?|madam|ms\\.?|dear|distinguished|hono(?:u)?rable|esteemed|fellow|my) ){0,3}(?:(?:vice-)?president|prime minister|chair(?:man|woman|person)?|speaker|secretary-general|excellenc(?:y|ies)|ladies and gentlemen|friends|colleagues|delegates|guests|heads of state(?: and government)?|ministers|ambassadors|senators)(?:, | ){0,1})'
const ADDRESSED = new RegExp(`^(?:${HEARERS}{1,8}\\s?[,!—–-]|${HEARERS}{2,8})$`, 'iu')

/** What a short line says of itself, wherever it stands. */
const SIGNS: readonly Sign[] = [
  { kind: 'furniture', pattern: /^[-=_*·—~\s]{3,200}$/u },
  { kind: 'furniture', pattern: /^[】\]|>»]{1,3}$/u },
  // How urgent or secret it is stands above a document.
  {
    kind: 'source',
    pattern: /^(?:[特加平]\s{0,4}急|急\s{0,4}件|[绝絕机機秘]\s{0,4}密)(?:\s{0,2}[★☆].{0,10})?$/u,
  },
  { kind: 'furniture', pattern: /^.{0,80}(?:ICP备|ICP证|公网安备|网站标识码|技术支持\s?[:：]).{0,80}$/iu },
  { kind: 'furniture', pattern: /^【?字(?:号|体)[\s:：].{0,20}$/u },
  {
    kind: 'furniture',
    pattern:
      /^(?:当前位置|您的位置|您所在的位置|上一篇|下一篇|上一页|下一页|相关(?:报道|链接|阅读|文章|新闻|稿件)|延伸阅读|推荐阅读|扫描二维码|点击数|点击量|浏览次数|浏览量|阅读量|版权所有)(?:\s{0,4}[:：].{0,100})?$/u,
  },
  { kind: 'furniture', pattern: /^(?:[-–—]\s?)?\d{1,4}(?:\s?[-–—])?$/u },
  {
    kind: 'furniture',
    pattern: /^第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?$|^page \d{1,4}(?: of \d{1,4})?$/iu,
  },
  { kind: 'furniture', pattern: /^.{0,60}(?:记者|通讯员).{1,20}摄[）)]?$/u },
  {
    kind: 'source',
    pattern:
      /^[（(【]?(?:(?:文章|信息|稿件|本文)?来源|时间|发布(?:时间|日期|机构|单位)|成文日期|发文(?:机关|日期)|索引号|主题(?:分类|词)|文号|發文日期|責任編輯|資料來源|联系(?:人|电话|方式)|联络人|电话|传真|邮箱|电子邮箱|邮编|地址|网址|抄送|抄报|主送|分送|印数|签发人|正本|副本|法[規规]名[稱称]|法律名[稱称]|文件名[稱称]|(?:文件|文章)?[標标][題题]|[題题]目|title|责任?编辑|责编|编辑|校对|审核|contact|source|published|updated|last updated)\s{0,6}[:：].{0,120}$/iu,
  },
  {
    kind: 'source',
    pattern:
      /^[（(](?:此件(?:公开|主动公开|依申请公开|不公开).{0,10}|新华社.{0,30}|完|原载.{0,40}|据.{0,30}电)[）)]$/u,
  },
  { kind: 'source', pattern: /^新华社.{1,12}\d{1,2}月\d{1,2}日电(?:\s.{0,20})?$/u },
  {
    kind: 'source',
    pattern: new RegExp(
      `^${MOMENT}\\s{0,6}[|｜]?\\s{0,4}(?:文章|信息|稿件)?(?:来源|來源|作者|编辑|編輯|发布|浏览|点击|阅读|字号).{0,120}$`,
      'u',
    ),
  },
  {
    kind: 'source',
    pattern: new RegExp(
      `^(?:作者|編輯|编辑|发布人|发布者|單位|单位)\\s{0,3}[:：].{0,60}(?:时间|時間|日期|来源|點擊|点击|浏览|${MOMENT}).{0,60}$`,
      'u',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(`^${OPEN}?(?:\\p{sc=Han}{2,4}日期?\\s?[:：]\\s?)?${MOMENT}${CLOSE}?$`, 'u'),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `^(?:(?:(?:last|first|next|date|originally|and|&|of)\\s){0,3}${STATUS}(?:\\s(?:&|and)\\s${STATUS})?(?:\\s(?:date|on|by|in))?\\s{0,2}[:：]?\\s{1,3}${DAY}[.,;)]?(?:\\s{1,2}|$)){1,6}$`,
      'iu',
    ),
  },
  { kind: 'byline', pattern: /^[（(]?(?:作者(?:单位|系|为)?|撰稿|文)(?:\s{0,3}[:：/|]|系|为|\s).{1,80}$/u },
  {
    kind: 'source',
    pattern:
      /^(?:published|posted|updated|last updated|issued|released)(?: on| by|:)? [^.!?]{0,60}\d{4}[^.!?]{0,60}$/iu,
  },
  { kind: 'byline', pattern: /^(?:prepared|written|submitted|presented|compiled) by:? [^.!?]{2,80}$/iu },
  { kind: 'byline', pattern: /^by:?\s(?:\p{Lu}[\p{L}.’'-]{0,20}\s?){1,6}$/iu },
  {
    kind: 'issuing-number',
    pattern:
      /^[\p{sc=Han}\p{L}\s]{1,14}\s{0,4}[〔[（(【]\s{0,4}(?:19|20)\d{2}\s{0,4}[〕\]）)】]\s{0,4}(?:第\s{0,3})?[\dXx]{1,5}\s{0,3}[号號]$/u,
  },
  {
    kind: 'issuing-number',
    pattern:
      /^(?:policy|document|resolution|circular|directive) (?:number|no\.?)[ :]{1,3}["“]?[\w./-]{1,20}["”]?$/iu,
  },
  {
    // GB 8702—2014
    kind: 'issuing-number',
    pattern:
      /^(?:代替\s{0,2})?(?:GB|HJ|DB|YY|JB|NY|SL|DL|JT|WS|T|Q)[/A-Z\d]{0,12}\s{0,3}[\d.]{1,8}\s?[—–-]\s?\d{2,4}(?:，.{1,60})?$/u,
  },
  {
    kind: 'issuing-number',
    pattern: /^(?:發文字號[：:].{2,40}|[〔[（(](?:19|20)\d{2}[〕\]）)]第?\s?\d{1,5}\s?[号期號])$/u,
  },
  {
    kind: 'issuing-number',
    pattern:
      /^(?:[\p{sc=Han}\s]{2,30}令\s{0,8})?(?:（)?第\s{0,3}[\d一二三四五六七八九十百〇零]{1,6}\s{0,3}[号號](?:）)?$/u,
  },
  { kind: 'date', pattern: new RegExp(`^${OPEN}?\\s{0,4}${DATE}\\s{0,4}${CLOSE}?$`, 'u') },
  { kind: 'date', pattern: new RegExp(`^${OPEN}\\s{0,4}${DATE}.{1,140}${CLOSE}$`, 'u') },
  {
    kind: 'date',
    pattern: new RegExp(
      `^${DATE}.{2,120}(?:通过|公布|发布|修订|修正|批准|施行|印发)(?:\\s{0,4}${CLOSE})?$`,
      'u',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `^(?:${MONTH} (?:\\d{1,2},? )?\\d{4}|\\d{1,2} ${MONTH} \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})$`,
      'iu',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(`^[\\p{sc=Han}\\s]{2,40}\\s${DATE}\\s{0,4}印发$`, 'u'),
  },
  { kind: 'attachment', pattern: /^[^，。；：]{2,80}\.(?:docx?|wps|xlsx?|et|pdf|pptx?|zip|rar|ofd)$/iu },
  {
    kind: 'attachment',
    pattern:
      /^附\s{0,4}(?:件|表|录)?\s{0,3}[\d一二三四五六七八九十]{0,3}(?:[-－–—]\d{1,2}){0,2}\s{0,3}(?:[:：].{0,200})?$/u,
  },
  { kind: 'attachment', pattern: /^(?:attachments?|enclosures?|annex)\s?\d{0,3}[:.]?.{0,100}$/iu },
  { kind: 'salutation', pattern: SALUTATION },
  { kind: 'salutation', pattern: ADDRESSED },
  {
    kind: 'salutation',
    pattern: /^(?:dear|ladies|my fellow|fellow|mr\.?|madam|honou?rable|distinguished)[^.!?:]{2,80}[,:]$/iu,
  },
]

const ADOPTED = new RegExp(`^${OPEN}?\\s{0,4}${DATE}.{2,140}(?:通过|通過)`, 'u')

/** When and by whom a document was adopted, which stands below its title: `（2024年7月18日……会议通过）`. */
export const isAdoption = (line: string): boolean => kindOf(line) === 'date' && ADOPTED.test(line)

/** The words of buttons that pages put around a text. */
const BUTTONS: ReadonlySet<string> = new Set(
  (
    '下载 打印 打印本页 打印正文 打印文章 全屏 收藏 加入收藏 分享 分享到 分享至 转发 关闭 ' +
    '关闭窗口 返回 返回顶部 首页 字号 字体 字体大小 加大 还原 减小 大 中 小 特大 默认 超大 繁体 ' +
    '简体 无障碍 扫一扫 朗读 语音播报 保存 我要纠错 网站地图 微信 微博 联系我们 print share ' +
    'home menu next previous search login email facebook twitter'
  ).split(' '),
)

/** A line of buttons: 打印 全屏 收藏 【字号：大 中 小】 */
function isButtons(line: string): boolean {
  const words = line
    .toLowerCase()
    .split(/[\s|：:【】[\]·>»、()（）]+/u)
    .filter((word) => word !== '')
  return words.every((word) => BUTTONS.has(word))
}

const LONGEST_SIGN = 220

/** The kind that a line shows by itself, null where its words do not tell. */
export function kindOf(line: string): ParagraphKind | null {
  // A law tells of each time that it was amended.
  if (/^[（(]/u.test(line) && ADOPTED.test(line)) return 'date'
  if (line.length > LONGEST_SIGN) return null
  return SIGNS.find(({ pattern }) => pattern.test(line))?.kind ?? (isButtons(line) ? 'furniture' : null)
}

const LABELLED =
  /^(?:[\p{sc=Han}\s]{2,8}|\p{Lu}{2,9}|From|To|Date|Time|Place|Location|Venue|Event|Speaker|Subject|Re|Cc)[:：]\s{0,4}[^。！？；]{1,80}$/u

/** `地点：三楼会议室`: before the text such lines say when, where and who. */
export function isLabelled(line: string): boolean {
  return line.length <= 90 && LABELLED.test(line)
}

const MARKER =
  /^附\s{0,4}(?:件|表|录|錄)\s{0,3}[\d一二三四五六七八九十]{0,3}(?:[-－–—]\d{1,2}){0,2}\s{0,3}[:：]?$/u

/** `附件1` alone on its line, above what is attached. */
export function isAttachmentMarker(line: string): boolean {
  return line.length <= 12 && MARKER.test(line)
}

const ATTACHED = /^附\s{0,2}[件录錄]\s{0,2}[\d一二三四五六七八九十]{0,3}\s{0,2}[：:]\s{0,4}/u

/** `附件一：某某制度` without its marker, null for what has none. */
export function attachedName(line: string): string | null {
  const [marker] = ATTACHED.exec(line) ?? []
  return marker && marker.length < line.length ? line.slice(marker.length) : null
}

const FOOTNOTE = /^[[〔［]\d{1,3}[\]〕］]\s?\S/u

/** `[1] 某某著作，第1页。` */
export function isFootnote(line: string): boolean {
  return FOOTNOTE.test(line)
}

const ADDRESSEE =
  /^(?:各|[^。！？]{0,40}(?:人民政府|委员会|办公厅|办公室|党委|党组|支部|部|厅|局|院|机构|单位|公司|学校|大学|司令部|总队))[^。！？]{0,300}(?<!如下|通知|意见|要求|决定)[：:]$/u

/** To whom it is written: only the lines before the text can be one. */
export function isAddressee(line: string): boolean {
  return line.length <= 400 && ADDRESSEE.test(line)
}

const SUBTITLE = /^(?:——|--|—|–)[^。]{2,100}$|^[（(][^。]{2,60}[）)]$/u

/** `——在某某会议上的讲话` and `（试行）`: only a line below the title can be one. */
export function isSubtitle(line: string): boolean {
  return line.length <= 110 && SUBTITLE.test(line)
}

const NOTES = /^(?:注释|注釋|註釋|注解|脚注|腳註|尾注|注|notes|footnotes|endnotes)[:：]?$/iu

/** A line that begins the notes at the end: 注　释. */
export function isNotesHeading(line: string): boolean {
  return line.length <= 24 && NOTES.test(line.replace(/\s+/gu, ''))
}

/** A line that goes on from the title above it: 及其实施规范 */
const LEADS_ON =
  /^(?:[及与與和暨之]\p{sc=Han}|以及|(?:of|and|for|on|to|in|OF|AND|FOR|ON|TO|IN)\b(?!\s?[:：]))/u
/** A line that a title leaves off at: ARTICLES OF, 关于 */
const LEAVES_OFF = /(?:\b(?:of|and|for|on|to|in|the)|关于|關於|以及|[及与與和暨、])$/iu

export function leavesOff(line: string): boolean {
  return LEAVES_OFF.test(line)
}

/** One title was set over both lines: neither is whole by itself. */
export function isCutBetween(line: string, next: string): boolean {
  return leavesOff(line) || LEADS_ON.test(next)
}

/** What does not begin a title: it goes on from something, or remarks on it. */
const NO_BEGINNING =
  /^(?:[，。、；：！？）》】”’,.;:!?)\]\p{Ll}]|[是的和并而也及与了]|以及|并且|注[:：]|[-*+#>|]\s)/u

/** Words that can be a title, as far as they alone tell: with letters, and no piece of something else. */
export function canBeTitle(line: string): boolean {
  return /\p{L}.*\p{L}/su.test(line) && !NO_BEGINNING.test(line)
}

const PERSON =
  /^(?:[\p{sc=Han}（）()、]{0,40}\s{1,4})?\p{sc=Han}{2,4}$|^\p{sc=Han}{1}\s{1,3}\p{sc=Han}$|^[\p{sc=Han}]{2,30}(?:主席|总理|书记|省长|市长|部长|主任|秘书长|院长|校长)\s{0,4}\p{sc=Han}\s{0,3}\p{sc=Han}{1,3}$/u

/** The first characters of some 98 in 100 Chinese names, simplified and traditional. */
const SURNAME =
  /^(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻雷侯龙龍史陶黎贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文庞龐樊兰蘭殷施洪翟安颜顏倪牛温溫芦季俞章鲁魯葛伍申尤毕畢聂聶焦辜习習温路岳齐齊梅庄莊辛管祝左涂谷时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬鄔臧畅宫宮来來嵺苟全褚廉娄婁盖蓋符奚木穆党燕郎邸冀郇]|欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|夏侯|尉迟|皇甫|令狐|慕容|东方|東方)/u

/** `习近平` and `河北省人民政府省长 王正谱`: a name below the title. */
export function isPerson(line: string): boolean {
  if (line.length > 60) return false
  const [name = ''] = /[\p{sc=Han}]+$|\p{sc=Han}\s{1,3}\p{sc=Han}$/u.exec(line) ?? []
  return PERSON.test(line) && !endsAsTitle(line) && (name.length > 4 || SURNAME.test(name))
}

const OFFICE =
  /^(?:[\p{sc=Han}（）()·]{2,30}(?:部|委|局|厅|廳|院|会|會|社|所|处|處|科|室|中心|大学|大學|学院|學院|学校|學校|中学|中學|小学|小學|公司|集团|集團|总队|总站|支队|大队|調查队|调查队|政府|党委|党组|支部|法院|检察院|银行|医院)(?:[\s、]{1,12}(?=\S)|$)){1,6}$/u

/** What no name of an office has: `在某会后的体会`, `建设和谐社会`. */
const NO_OFFICE =
  /^(?:在|关于|關於|论|論|谈|談|让|讓|为了|為了)|的|[体體]会$|[体體]會$|社[会會]$|[机機][会會]$/u

/** `国家统计局　某县调查队`: nothing but the names of those who issued it. */
export function isOffice(line: string): boolean {
  return line.length <= 90 && OFFICE.test(line) && !NO_OFFICE.test(line) && !endsAsTitle(line)
}

const ENGLISH_OFFICE = `(?:${(
  'president minister secretary governor chair chairman chairwoman chairperson ambassador representative ' +
  'commissioner director chancellor senator mayor officer professor chief general head member speaker'
)
  .split(' ')
  .map((office) => `[${office.slice(0, 1).toUpperCase()}${office.slice(0, 1)}]${office.slice(1)}`)
  .join('|')})`
const HONORIFIC =
  '(?:H\\.?E\\.?|(?:His|Her) Excellency|(?:The )?(?:Rt\\.? )?Hon(?:ou?rable)?\\.?|Mr\\.?|Ms\\.?|Mrs\\.?|Dr\\.?|Prof(?:essor|\\.)|Senator|Ambassador|Sir)'
const NAME = "\\p{Lu}[\\p{L}.'’-]{0,20}"
const OFFICIALS = [
  // Senator the Hon Penny Wong; HIMINO Ryozo, Deputy Governor of the Bank of Japan, October 21, 2025
  new RegExp(`^${HONORIFIC}(?: (?:the )?${HONORIFIC})? ${NAME}(?: ${NAME}){0,4}(?:, [^.!?;:]{2,90})?$`, 'u'),
  new RegExp(`^${NAME}(?: ${NAME}){1,4}, (?=[^.!?;:]{2,120}$)(?:.{0,60}[ -])?${ENGLISH_OFFICE}\\b`, 'u'),
  // Minister for Foreign Affairs; Ministry of Finance
  new RegExp(
    `^(?:(?:The|Deputy|Vice|Prime|First|Under|Assistant|Permanent|Attorney)[ -]){0,3}(?:${ENGLISH_OFFICE}|Ministry|Department|Office|Bureau|Embassy|Permanent Mission) (?:of|for|to) [^.!?;:]{3,80}$`,
    'u',
  ),
]

/** `Senator the Hon Penny Wong`, `Minister for Foreign Affairs`: who speaks, and as what. */
export function isOfficial(line: string): boolean {
  return line.length <= 150 && !endsAsTitle(line) && OFFICIALS.some((one) => one.test(line))
}

const BODY =
  /^(?:the )?(?:\p{Lu}[\p{L}.&'’-]*,? |(?:of|and|for|the) ){1,10}(?:society|university|college|school|association|committee|council|commission|assembly|foundation|institute|department|ministry|corporation|company|inc\.?|ltd\.?|llc)$/iu

/** `UNIVERSITY OF SOMEWHERE STUDENT SOCIETY`: an organisation in a Latin script. */
export function isBody(line: string): boolean {
  return line.length <= 90 && BODY.test(line)
}

const DOCUMENT_NAME =
  /(?:意见|措施|清单|名单|(?<!代)表|预案|倡议书?|公约|须知|手册|白皮书|议程|议案|记录|記錄|问答|解读|决定|决议|通知|通报|通告|公告|公报|报告|办法|条例|规定|规则|细则|准则|守则|规范|方案|规划|计划|纲要|要点|纪要|讲话|致辞|演讲|批复|函|令|法|法典|宪法|章程|制度|指南|指引|标准|宣言|声明|建议|总结|讲义|教案|讲稿|提纲|act|law|report|plan|declaration|resolution|regulations?|guidelines?|by-?laws|constitution|charter|policy|treaty|convention|handbook|manual|directive|strategy|framework|white paper)(?:[（(][^）)]{1,20}[）)])?(?:》)?$/iu

/** The line ends in the name of a kind of document, as titles do: …的意见, …条例（试行）. */
export function endsAsTitle(line: string): boolean {
  return line.length <= 120 && DOCUMENT_NAME.test(line.slice(-40))
}

const KNOWN_HEADING =
  /^(?:总则|附则|分则|前言|序言|序|引言|引子|导言|导语|绪论|绪言|结语|结束语|结论|后记|跋|余论|摘要|参考文献|致谢|附录[\d一二三四五六七八九十a-z]?|preamble|introduction|preface|foreword|summary|abstract|executivesummary|background|conclusions?|references|acknowledge?ments?|(?:appendix|annex|schedule|exhibit)[a-z\d]?)$/iu

/** A word that alone on its line heads a section: 附 则, 前言, Preamble. */
export function isKnownHeading(line: string): boolean {
  return line.length <= 30 && KNOWN_HEADING.test(line.replace(/\s+|[:：]$/gu, ''))
}

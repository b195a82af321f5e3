/** What the papers of a meeting say beside the deck's own words. */
const zh = {
  signIn: {
    title: '会议签到表',
    columns: ['序号', '姓名', '单位／职务', '签名'] as readonly string[],
    unit: '主办单位',
  },
  minutes: {
    title: '会议记录',
    chair: '主持人',
    recorder: '记录人',
    present: '出席人员',
    absent: '缺席人员',
    agenda: '会议议题',
    opening: '开场',
    about: (headings: readonly string[]) => `内容：${headings.join('；')}`,
    blanks: ['发言要点', '讨论情况', '议定事项'] as readonly string[],
    closed: '散会时间',
    signed: (who: string) => `${who}（签名）`,
  },
  quiz: {
    title: '填空题',
    person: ['姓名', '单位', '得分'] as readonly string[],
    count: (questions: number) => `共 ${questions} 题`,
    key: '参考答案',
    source: (where: string) => `（见${where}）`,
  },
  meeting: '会议名称',
  date: '时间',
  place: '地点',
}

export type PaperWords = typeof zh

const traditional: PaperWords = {
  signIn: {
    title: '會議簽到表',
    columns: ['序號', '姓名', '單位／職稱', '簽名'],
    unit: '主辦單位',
  },
  minutes: {
    title: '會議記錄',
    chair: '主持人',
    recorder: '記錄人',
    present: '出席人員',
    absent: '缺席人員',
    agenda: '會議議題',
    opening: '開場',
    about: (headings) => `內容：${headings.join('；')}`,
    blanks: ['發言要點', '討論情況', '議定事項'],
    closed: '散會時間',
    signed: (who) => `${who}（簽名）`,
  },
  quiz: {
    title: '填空題',
    person: ['姓名', '單位', '得分'],
    count: (questions) => `共 ${questions} 題`,
    key: '參考答案',
    source: (where) => `（見${where}）`,
  },
  meeting: '會議名稱',
  date: '時間',
  place: '地點',
}

const japanese: PaperWords = {
  signIn: {
    title: '出席者名簿',
    columns: ['番号', '氏名', '所属・役職', '署名'],
    unit: '主催',
  },
  minutes: {
    title: '議事録',
    chair: '議長',
    recorder: '記録者',
    present: '出席者',
    absent: '欠席者',
    agenda: '議題',
    opening: '開会',
    about: (headings) => `内容：${headings.join('；')}`,
    blanks: ['発言', '議論', '決定'],
    closed: '閉会時刻',
    signed: (who) => `${who}（署名）`,
  },
  quiz: {
    title: '穴埋め問題',
    person: ['氏名', '所属', '得点'],
    count: (questions) => `全 ${questions} 問`,
    key: '解答',
    source: (where) => `（${where}を参照）`,
  },
  meeting: '会議名',
  date: '日時',
  place: '場所',
}

const en: PaperWords = {
  signIn: {
    title: 'Sign-in sheet',
    columns: ['No.', 'Name', 'Unit and position', 'Signature'],
    unit: 'Held by',
  },
  minutes: {
    title: 'Minutes',
    chair: 'Chair',
    recorder: 'Minutes by',
    present: 'Present',
    absent: 'Absent',
    agenda: 'Agenda',
    opening: 'Opening',
    about: (headings) => `Covers: ${headings.join('; ')}`,
    blanks: ['Said', 'Discussed', 'Decided'],
    closed: 'Closed at',
    signed: (who) => `${who} (signature)`,
  },
  quiz: {
    title: 'Fill in the blanks',
    person: ['Name', 'Unit', 'Score'],
    count: (questions) => (questions === 1 ? '1 question' : `${questions} questions`),
    key: 'Key',
    source: (where) => ` (see ${where})`,
  },
  meeting: 'Meeting',
  date: 'Date',
  place: 'Place',
}

export const paperTable = { zh, traditional, japanese, en } as const

import { besideName, deskName } from '../desk/names.ts'
import { deskWords } from '../words/desk.ts'
import { wordsFor } from '../words.ts'

/** The file beside the pages that tells whoever opens the folder what to do with it. */
export const guideName = '使用说明.txt'

/** What it says, Chinese and English, in the words that stand on the screen. */
export function guide(): string {
  const zh = wordsFor('zh-CN')
  const en = wordsFor('en')
  return `study-deck ${zh.decks}使用说明

一、${zh.paper.views.deck}
  1. 把整个文件夹（或其中一个课件的 index.html）复制到会议室的电脑上。
  2. 双击 index.html，用 Edge、Chrome 或火狐浏览器打开。不需要联网，不需要安装任何软件。
  3. 按 F5 ${zh.presenter.actions.fromFirst}；方向键、空格键、翻页笔前后翻页；按 S ${zh.presenter.actions.speaker}；按 ? 看${zh.presenter.actions.help}。

二、${zh.paper.views.notes}
  在课件列表（最外层的 index.html）点“${zh.paper.views.notes}”，逐页核对每个要点和段落全文。手头只有一个课件网页时，打开它按 ?，再点“${zh.paper.views.notes}”。

三、${zh.paper.print}
  1. 放映时按 Ctrl+P，打印幻灯片，一页一张。
  2. 在课件列表点“${zh.paper.views.notes}”或“${zh.paper.views.handout}”，再点“${zh.paper.print}”或按 Ctrl+P，选打印机或“另存为 PDF”。

四、做课件、改课件（文件夹里有 ${deskName} 时）
  1. 双击 ${deskName}，把文稿（Word、WPS、PDF、纯文本等）拖进去，就做成新的课件；把课件的 index.html 拖进去，就接着改。不需要联网。
  2. 改好后点“${deskWords('zh').bar.save}”，得到一个网页，双击就能放映，以后还能拖进去再改。
  3. 做繁体中文、日文、韩文的课件，要把 ${besideName} 放在 ${deskName} 旁边；复制时两个文件一起复制。


How to use these decks

  1. Copy this folder, or one deck's index.html, to the meeting room's computer.
  2. Double-click index.html; any current Edge, Chrome or Firefox will do. No network, nothing to install.
  3. F5: ${en.presenter.actions.fromFirst.toLowerCase()}. Arrow keys, space or a remote: next and back. S: ${en.presenter.actions.speaker.toLowerCase()}. ?: ${en.presenter.actions.help.toLowerCase()}.
  4. In the list of decks, "${en.paper.views.notes}" has each point beside its paragraph, "${en.paper.views.handout}" several slides to a page; a deck by itself has both under ?. Ctrl+P prints what is shown; while presenting, the slides.
  5. Where ${deskName} is in this folder, it makes and changes decks: double-click it and drop a document on it, or a deck's index.html. "${deskWords('en').bar.save}" gives a page to present, which opens there again. Keep ${besideName} beside it for Traditional Chinese, Japanese and Korean.
`.replaceAll('\n', '\r\n')
}

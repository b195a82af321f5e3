/** Traditional characters of the cue words, each behind its simplified one. */
const pairs =
  '当當随隨为為对對于於从從并並后後时時过過据據围圍绕繞经經个個这這应應须須严嚴实實现現达達强強进進标標项項们們来來还還点點间間条條认認证證虽雖尽盡无無论論将將与與会會发發级級让讓关關产產总總结結续續际際确確仅僅属屬种種类類动動务務责責领領导導历歷学學观觀战戰员員义義识識区區统統团團开開题題则則却卻于於针針惩懲争爭决決断斷终終极極积積调調议議设設规規约約织織组組绩績维維罗羅该該说說语語请請谁誰败敗资資质質贯貫践踐达達运運连連适適选選递遞逐逐际際陆陸阶階难難项項顺順须須风風验驗体體兴興写寫减減几幾击擊刘劉办辦劳勞势勢协協单單卫衛压壓厉厲参參双雙变變叠疊号號听聽响響园園围圍国國图圖坚堅垦墾处處备備复復够夠夺奪奋奮妇婦宪憲宽寬导導将將届屆岁歲归歸录錄征徵志誌怀懷态態总總恶惡惊驚惯慣护護报報担擔拥擁择擇挥揮损損换換据據摆擺斗鬥显顯晋晉权權杰傑样樣构構检檢毕畢汇匯沟溝济濟测測润潤满滿滞滯潜潛灭滅灵靈环環盘盤监監码碼离離称稱竞競笔筆筑築签簽简簡纪紀纯純纲綱纳納纷紛线線细細绍紹给給绝絕编編缘緣缩縮网網联聯职職肃肅节節获獲营營补補见見规規览覽计計订訂讨討训訓记記许許设設访訪评評试試诚誠该該详詳负負财財责責贡貢购購贸貿费費赖賴赛賽车車转轉轮輪软軟较較辅輔输輸边邊迁遷远遠违違远遠邮郵郑鄭释釋针針钱錢铁鐵银銀销銷锁鎖错錯长長门門问問闭閉闻聞队隊阳陽阴陰险險隐隱雾霧静靜韧韌页頁顶頂顾顧预預频頻颁頒额額飞飛饭飯马馬驱驅骨骨鱼魚鲜鮮鸟鳥龙龍'

/** By UTF-16 unit; 0 for whatever stays as it is. A table, for every clause is asked several times. */
const simplifiedOf = new Uint16Array(0x10000)
for (let i = 0; i < pairs.length; i += 2) simplifiedOf[pairs.charCodeAt(i + 1)] = pairs.charCodeAt(i)

/**
 * The words with the traditional characters of cue words in their simplified form, so that each
 * cue is written once. Keeps every character in its place.
 */
export function simplified(words: string): string {
  let made = ''
  let from = 0
  for (let i = 0; i < words.length; i++) {
    const unit = simplifiedOf[words.charCodeAt(i)]
    if (!unit) continue
    made += words.slice(from, i) + String.fromCharCode(unit)
    from = i + 1
  }
  return made + words.slice(from)
}

import { zhHant } from '../../words.ts'
import { carry } from './carried.ts'

carry('zh-Hant', zhHant)

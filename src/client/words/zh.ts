import { zh } from '../../words.ts'
import { carry } from './carried.ts'

carry('zh', zh)

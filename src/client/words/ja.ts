import { ja } from '../../words.ts'
import { carry } from './carried.ts'

carry('ja', ja)

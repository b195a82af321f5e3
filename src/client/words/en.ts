import { en } from '../../words.ts'
import { carry } from './carried.ts'

carry('en', en)

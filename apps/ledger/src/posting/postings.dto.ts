import { CodeField, TextField } from '../http/fields.ts';
import { PostingDto } from './posting.dto.ts';

export class PostingPath {
  @CodeField({ description: 'Number of the posting: the position of one of its events', example: '12' })
  position!: string;
}

export class AddRemarkDto extends PostingDto {
  @TextField({ description: 'The remark', example: 'ใบแจ้งหนี้ฉบับลงนามแล้ว', required: false })
  text?: string;
}

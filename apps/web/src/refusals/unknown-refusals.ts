import { defineTexts } from '../texts/texts.ts';

/** Of addresses that name what is not there, as known at the moment that is shown. */
export const unknownRefusals = defineTexts({
  'project-unknown': {
    th: 'ปีงบประมาณนี้ไม่มีโครงการ {project} ตามที่ทราบ ณ เวลาที่ดู',
    en: 'The fiscal year has no project {project}, as known at the moment shown.',
  },
  'document-not-known': {
    th: 'โครงการนี้ไม่มีเอกสารเลขที่นี้ ตามที่ทราบ ณ เวลาที่ดู',
    en: 'The project has no document of this number, as known at the moment shown.',
  },
  'kpi-not-known': {
    th: 'ปีงบประมาณนี้ไม่มีตัวชี้วัด {kpi} ตามที่ทราบ ณ เวลาที่ดู',
    en: 'The fiscal year has no KPI {kpi}, as known at the moment shown.',
  },
  'event-unknown': { th: 'สมุดไม่มีรายการลำดับที่ {position}', en: 'The log has no event at position {position}.' },
  'publication-unknown': {
    th: 'ไม่มีรายงานเลขที่ {number} ที่เผยแพร่แล้ว',
    en: 'No report of the number {number} is published.',
  },
  'published-file-unknown': { th: 'รายงานนี้ไม่มีไฟล์ชื่อนี้', en: 'The report has no file of this name.' },
  'report-unknown': { th: 'ยังไม่ได้บันทึกรายงาน {report}', en: 'No report {report} is entered.' },
  'report-name-unknown': { th: 'ไม่มีรายงานชื่อนี้', en: 'There is no report of this name.' },
  'finding-unknown': { th: 'ไม่พบข้อค้นพบนี้ ณ เวลาที่ดู', en: 'There is no such finding at the moment shown.' },
  'checkpoint-unknown': { th: 'ไม่มีการปิดผนึกที่ขนาดนี้', en: 'No checkpoint was signed at this size.' },
  'route-unknown': { th: 'ไม่มีที่อยู่นี้', en: 'There is no such address.' },
});

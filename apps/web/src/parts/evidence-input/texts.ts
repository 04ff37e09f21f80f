import { defineTexts } from '../../texts/texts.ts';

export const evidenceTexts = defineTexts({
  add: { th: 'เลือกไฟล์หลักฐาน', en: 'Choose files' },
  hint: {
    th: 'อ่านไฟล์ในเครื่องนี้เท่านั้น ระบบบันทึกชื่อ ขนาด และค่าแฮช SHA-256 ตัวไฟล์เก็บไว้ที่หน่วยงาน',
    en: 'The file is read on this machine only. Its name, size and SHA-256 are recorded; the file stays with you.',
  },
  reading: { th: 'กำลังอ่าน {name} …', en: 'Reading {name} …' },
  size: { th: '{size} ไบต์', en: '{size} bytes' },
  reference: { th: 'ที่เก็บหรือเลขที่ของ {name}', en: 'Where {name} is kept' },
  remove: { th: 'เอา {name} ออก', en: 'Remove {name}' },
  tooLarge: { th: '{name} ใหญ่เกิน 500 เมกะไบต์', en: '{name} is larger than 500 megabytes' },
  unreadable: { th: 'อ่าน {name} ไม่สำเร็จ', en: '{name} could not be read' },
  twice: { th: 'มีไฟล์ {name} นี้อยู่แล้ว', en: '{name} is listed already' },
  tooMany: { th: 'แนบได้ไม่เกิน {most} ไฟล์', en: 'At most {most} files' },
  insecure: {
    th: 'เบราว์เซอร์คำนวณค่าแฮชได้เมื่อเปิดหน้านี้ผ่าน HTTPS เท่านั้น',
    en: 'The browser computes digests over HTTPS only.',
  },
});

import { terms } from '../term.ts';

/** Words of the ledger itself: time, evidence and control. */
export const ledger = terms({
  event: {
    name: { th: 'เหตุการณ์', en: 'Event' },
    meaning: {
      th: 'ข้อเท็จจริงหนึ่งที่บันทึกแล้ว แก้ไขหรือลบไม่ได้',
      en: 'One recorded fact. It is never edited and never deleted.',
    },
  },
  position: {
    name: { th: 'ลำดับ', en: 'Position' },
    meaning: {
      th: 'ตำแหน่งของเหตุการณ์ในสมุดรายการ เรียงตามเวลาที่บันทึก',
      en: 'The place of an event in the log, in the order of recording.',
    },
  },
  'known-at': {
    name: { th: 'ตามที่ทราบ ณ', en: 'As known at' },
    meaning: {
      th: 'ดูข้อมูลโดยใช้เฉพาะสิ่งที่บันทึกไว้ถึงขณะนั้น รายงานที่พิมพ์ในอดีตจึงพิมพ์ซ้ำได้ตรงทุกหลัก',
      en: 'Figures from what was recorded up to a moment only. A report of that time can be printed again to the last digit.',
    },
  },
  'effective-to': {
    name: { th: 'มีผลถึง', en: 'Effective to' },
    meaning: {
      th: 'นับเฉพาะรายการที่มีวันที่มีผลไม่เกินวันนั้น',
      en: 'Only what takes effect up to that day.',
    },
  },
  'effective-date': {
    name: { th: 'วันที่มีผล', en: 'Effective date' },
    meaning: {
      th: 'วันที่ทางธุรกิจของรายการ เป็นตัวกำหนดไตรมาส ต่างจากวันที่บันทึก',
      en: 'The business date of a posting. It decides the quarter, and is not the day of recording.',
    },
  },
  restatement: {
    name: { th: 'แก้ไขย้อนหลัง', en: 'Restatement' },
    meaning: {
      th: 'บันทึกวันนี้แต่มีผลในงวดที่รายงานไปแล้ว ตัวเลขเดิมและเหตุผลยังดูได้',
      en: 'Recorded now, effective in a period that was reported. The earlier figure and the reason stay visible.',
    },
  },
  reversal: {
    name: { th: 'กลับรายการ', en: 'Reversal' },
    meaning: {
      th: 'รายการใหม่ที่ยกเลิกผลของรายการเดิม ทั้งสองเชื่อมถึงกัน',
      en: 'A new entry that undoes an earlier one. Each links to the other.',
    },
  },
  adjustment: {
    name: { th: 'ปรับปรุง', en: 'Adjustment' },
    meaning: {
      th: 'รายการใหม่ที่เปลี่ยนจำนวนของเอกสารเดิม พร้อมเหตุผล',
      en: 'A new entry that changes the amount of a document, with a reason.',
    },
  },
  receipt: {
    name: { th: 'ใบรับรายการ', en: 'Receipt' },
    meaning: {
      th: 'หลักฐานว่าบันทึกอะไร เมื่อใด โดยใคร ก่อนและหลังเหลือเท่าใด เปิดดูได้ตลอด',
      en: 'What was recorded, when, by whom, and what was available before and after. It can always be opened again.',
    },
  },
  checkpoint: {
    name: { th: 'จุดตรวจสอบ', en: 'Checkpoint' },
    meaning: {
      th: 'ลายเซ็นดิจิทัลบนค่าแฮชของสมุดทั้งเล่มถึงจุดหนึ่ง ผู้อื่นเก็บไว้เทียบได้',
      en: 'A signature over the hash of the whole log up to a point. Others can hold the ledger to it.',
    },
  },
  evidence: {
    name: { th: 'หลักฐานประกอบ', en: 'Evidence' },
    meaning: {
      th: 'ไฟล์ที่อ้างด้วยค่าแฮช ตัวไฟล์เก็บอยู่นอกระบบ',
      en: 'A file named by its digest. The file itself stays outside the ledger.',
    },
  },
  policy: {
    name: { th: 'นโยบายควบคุมงบประมาณ', en: 'Control policy' },
    meaning: {
      th: 'เกณฑ์ที่หน่วยงานกำหนดว่าเงินใช้ได้อย่างไร ใครต้องอนุมัติ และสิ้นปีทำอย่างไร ทุกฉบับเก็บไว้',
      en: 'What an organisation lets its money do: availability, approvals, year-end. Every version is kept.',
    },
  },
  duty: {
    name: { th: 'หน้าที่', en: 'Duty' },
    meaning: {
      th: 'สิ่งที่น้อยคนทำได้ เช่น อนุมัติหรือเปิดงวด ให้เพิ่มจากบทบาท มอบต่อชั่วคราวได้',
      en: 'What few may do, such as approving or reopening. It comes on top of a role and can be lent for some days.',
    },
  },
  role: {
    name: { th: 'บทบาท', en: 'Role' },
    meaning: {
      th: 'ชุดสิทธิ์ที่ผู้ดูแลบัญชีผู้ใช้มอบให้ มีขอบเขตได้',
      en: 'A set of rights that an administrator gives to an account, within limits.',
    },
  },
  maker: {
    name: { th: 'ผู้บันทึก', en: 'Maker / recorder' },
    meaning: { th: 'ผู้บันทึกรายการ', en: 'Who records a posting.' },
  },
  checker: {
    name: { th: 'ผู้อนุมัติ', en: 'Checker / approver' },
    meaning: {
      th: 'ผู้อนุมัติรายการของผู้อื่น ไม่มีใครอนุมัติรายการของตนเอง',
      en: 'Who approves what others record. Nobody approves his own.',
    },
  },
});

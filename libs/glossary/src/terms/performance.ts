import { terms } from '../term.ts';

/** What is promised and achieved with the money. */
export const performance = terms({
  kpi: {
    name: { th: 'ตัวชี้วัด', en: 'KPI' },
    meaning: {
      th: 'สิ่งที่โครงการสัญญาว่าจะทำให้ได้ มีค่าเป้าหมายและผลรายไตรมาส',
      en: 'What a project promises, with a target and a result per quarter.',
    },
  },
  target: {
    name: { th: 'ค่าเป้าหมาย', en: 'Target' },
    meaning: {
      th: 'ค่าที่ต้องทำให้ถึง แบ่งสามขั้น: ขั้นต้น 50 มาตรฐาน 75 ขั้นสูง 100',
      en: 'What is to be reached, in three steps: basic 50, standard 75, advanced 100.',
    },
  },
  result: {
    name: { th: 'ผลการดำเนินงาน', en: 'Result' },
    meaning: { th: 'สิ่งที่ทำได้จริงในไตรมาส พร้อมหลักฐาน', en: 'What was achieved in a quarter, with evidence.' },
  },
  score: {
    name: { th: 'คะแนน', en: 'Score' },
    meaning: {
      th: 'ผลเทียบกับค่าเป้าหมายสามขั้น',
      en: 'The result measured against the three steps of the target.',
    },
  },
  'project-status': {
    name: { th: 'สถานะโครงการ', en: 'Status of a project' },
    meaning: {
      th: '● สำเร็จตามเป้าหมาย ◑ อยู่ระหว่างดำเนินงานและเป็นไปตามแผน ○ ยังไม่เริ่ม ▲ ล่าช้ากว่าแผน',
      en: '● done, ◑ on plan, ○ not started, ▲ late.',
    },
  },
  'disbursement-target': {
    name: { th: 'เป้าหมายการเบิกจ่าย', en: 'Disbursement target rate' },
    meaning: {
      th: 'ร้อยละที่คาดให้เบิกจ่ายถึงสิ้นงวด แยกรายจ่ายประจำและรายจ่ายลงทุน',
      en: 'The percentage that is to be disbursed by the end of a period, for current and capital expenditure.',
    },
  },
  'disbursement-per-plan': {
    name: { th: 'ร้อยละการเบิกจ่ายตามแผน', en: 'Disbursement per plan' },
    meaning: {
      th: 'เบิกจ่ายเทียบกับแผนถึงไตรมาสนั้น เป็นตัวชี้วัดระดับองค์กร',
      en: 'Disbursed against the plan up to the quarter; an indicator of the whole organisation.',
    },
    varies: true,
  },
  'responsible-person': {
    name: { th: 'ผู้รับผิดชอบ', en: 'Responsible person' },
    meaning: { th: 'ผู้ดูแลโครงการ', en: 'Who answers for the project.' },
  },
});

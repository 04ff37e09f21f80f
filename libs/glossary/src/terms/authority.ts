import { terms } from '../term.ts';

/** Where the money comes from and what may be done with it. */
export const authority = terms({
  'fiscal-year': {
    name: { th: 'ปีงบประมาณ', en: 'Fiscal year' },
    meaning: {
      th: 'รอบบัญชีสิบสองเดือน เริ่ม 1 ตุลาคม เช่น ปีงบประมาณ 2569 คือ 1 ตุลาคม 2568 ถึง 30 กันยายน 2569 เดือนเริ่มต้นเป็นค่าที่หน่วยงานกำหนด',
      en: 'Twelve months that begin on 1 October: 2569 runs from 1 October 2025 to 30 September 2026. The first month is a setting of the organisation.',
    },
  },
  quarter: {
    name: { th: 'ไตรมาส', en: 'Quarter' },
    meaning: {
      th: 'สามเดือนของปีงบประมาณ: ต.ค.–ธ.ค., ม.ค.–มี.ค., เม.ย.–มิ.ย., ก.ค.–ก.ย.',
      en: 'Three months of the fiscal year: Oct–Dec, Jan–Mar, Apr–Jun, Jul–Sep.',
    },
  },
  appropriation: {
    name: { th: 'งบประมาณรายจ่ายประจำปี', en: 'Annual appropriation' },
    meaning: {
      th: 'อำนาจใช้จ่ายที่กฎหมายงบประมาณให้ไว้สำหรับปีหนึ่ง',
      en: 'The authority to spend that the budget act gives for one year.',
    },
  },
  ceiling: {
    name: { th: 'วงเงินงบประมาณ', en: 'Budget ceiling' },
    meaning: {
      th: 'จำนวนเงินสูงสุดที่อนุมัติให้โครงการใช้ได้ในปีงบประมาณ',
      en: 'The largest amount that a project may use in the fiscal year.',
    },
  },
  allocation: {
    name: { th: 'จัดสรร', en: 'Allocation' },
    meaning: {
      th: 'ส่วนของงบประมาณที่มอบให้หน่วยงานหรือโครงการ ลงตามแหล่งเงินและงบรายจ่าย',
      en: 'The part of the appropriation given to a unit or project, by fund source and category.',
    },
  },
  release: {
    name: { th: 'เงินประจำงวด', en: 'Period release / allotment' },
    meaning: {
      th: 'ส่วนของเงินจัดสรรที่ให้ใช้ได้ในงวดนี้',
      en: 'The part of an allocation that may be used from this instalment on.',
    },
  },
  estimate: {
    name: { th: 'ประมาณการ', en: 'Estimate' },
    meaning: {
      th: 'จำนวนที่คาดว่าจะต้องใช้ ยังไม่ใช่งบประมาณจนกว่าจะได้รับจัดสรร',
      en: 'What a line is expected to need. It is no budget until it is allocated.',
    },
  },
  supplement: {
    name: { th: 'งบประมาณเพิ่มเติม', en: 'Supplement' },
    meaning: {
      th: 'เงินที่เพิ่มให้ระหว่างปีนอกเหนือจากงบประมาณเดิม',
      en: 'Money that is added to the original budget during the year.',
    },
  },
  cut: {
    name: { th: 'ปรับลดงบประมาณ', en: 'Cut / budget reduction' },
    meaning: {
      th: 'งบประมาณที่ถูกลดลง ลดได้ไม่เกินส่วนที่ยังไม่ถูกใช้หรือผูกพัน',
      en: 'Budget that is taken away, never more than is unused and unobligated.',
    },
  },
  transfer: {
    name: { th: 'โอนงบประมาณรายจ่าย', en: 'Transfer / virement' },
    meaning: {
      th: 'ย้ายงบประมาณระหว่างรายการหรือระหว่างโครงการ ผลรวมทั้งหมดไม่เปลี่ยน',
      en: 'Budget moved between lines or projects. The total stays the same.',
    },
  },
  'original-budget': {
    name: { th: 'งบประมาณเดิม', en: 'Original budget' },
    meaning: {
      th: 'งบประมาณที่ได้รับอนุมัติครั้งแรก ก่อนเพิ่ม ลด หรือโอน',
      en: 'The budget as first approved, before supplements, cuts and transfers.',
    },
  },
  'current-budget': {
    name: { th: 'งบประมาณหลังโอนเปลี่ยนแปลง', en: 'Budget after transfers' },
    meaning: {
      th: 'งบประมาณเดิม บวกส่วนเพิ่มและรับโอน หักส่วนปรับลดและโอนออก ใช้เป็นฐานของร้อยละ',
      en: 'Original budget with supplements and transfers in, less cuts and transfers out. Rates are of this amount.',
    },
  },
  'fund-source': {
    name: { th: 'แหล่งเงิน', en: 'Fund source' },
    meaning: {
      th: 'เงินมาจากที่ใด เช่น งบประมาณรายจ่ายประจำปี หรือเงินคงเหลือปีก่อน',
      en: 'Where money comes from, such as the annual appropriation or the balance of earlier years.',
    },
  },
  category: {
    name: { th: 'งบรายจ่าย', en: 'Expenditure category' },
    meaning: {
      th: 'ประเภทของรายจ่าย: บุคลากร ดำเนินงาน ลงทุน เงินอุดหนุน และรายจ่ายอื่น',
      en: 'The kind of expenditure: personnel, operating, capital, subsidy or other.',
    },
  },
  line: {
    name: { th: 'รายการงบประมาณ', en: 'Budget line' },
    meaning: {
      th: 'แหล่งเงินหนึ่งกับงบรายจ่ายหนึ่งในโครงการหนึ่ง เป็นหน่วยย่อยที่สุดที่คุมเงิน',
      en: 'One fund source and one category within one project: the smallest unit whose money is controlled.',
    },
  },
  'off-budget-money': {
    name: { th: 'เงินนอกงบประมาณ', en: 'Off-budget money' },
    meaning: {
      th: 'รายได้ของหน่วยงานเองที่ไม่ได้มาจากงบประมาณแผ่นดิน',
      en: 'Income of the organisation that comes from no appropriation.',
    },
  },
  'accumulated-fund': {
    name: { th: 'เงินทุนสะสม', en: 'Accumulated fund' },
    meaning: {
      th: 'เงินเหลือสะสมของหน่วยงานจากปีก่อน ๆ',
      en: 'Surplus that the organisation has gathered over earlier years.',
    },
  },
  'general-subsidy': {
    name: { th: 'เงินอุดหนุนทั่วไป', en: 'General subsidy' },
    meaning: {
      th: 'เงินที่ให้ตามวัตถุประสงค์ของรายการ สำหรับองค์การมหาชนถือเป็นรายได้ของหน่วยงาน',
      en: 'Money given for the purpose of an item. A public organisation counts it as income.',
    },
    varies: true,
  },
  'specific-subsidy': {
    name: { th: 'เงินอุดหนุนเฉพาะกิจ', en: 'Specific subsidy' },
    meaning: {
      th: 'เงินที่ให้ตามวัตถุประสงค์และรายละเอียดที่สำนักงบประมาณกำหนด',
      en: 'Money given for the purpose and the detail that the Budget Bureau sets.',
    },
  },
  'prior-year-balance': {
    name: { th: 'เงินงบประมาณคงเหลือจากปีก่อน', en: 'Prior-year balance' },
    meaning: {
      th: 'เงินที่ไม่ได้ใช้ในปีก่อนและนำมาใช้ในปีถัดไปได้',
      en: 'Unspent money of an earlier year that may be used in the next.',
    },
    varies: true,
  },
  averaging: {
    name: { th: 'ถัวจ่าย', en: 'Averaging between items' },
    meaning: {
      th: 'ใช้เงินเหลือของรายการย่อยหนึ่งกับอีกรายการย่อยหนึ่งในรายการเดียวกัน โดยไม่ต้องโอน',
      en: 'Savings of one sub-item used for another within the same approved line, without a transfer.',
    },
    varies: true,
  },
});

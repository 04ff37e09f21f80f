Feature: Reports come for free from one log

  Background:
    Given project "P01" of 2569 has:
      | line      | amount   |
      | operating | 1,000.00 |
      | capital   | 500.00   |
    And "somsri" supplements "SP-1" for 100.00 on operating because "central fund for floods" dated 2026-01-05
    And "somsri" cuts "CUT-1" for 50.00 on capital because "committee stage" dated 2026-01-06
    And "somchai" requests "PR-1" for 400.00 on operating dated 2026-01-10
    And "somchai" orders "PO-1" for 300.00 on operating against request "PR-1" dated 2026-01-20
    And "wipa" accepts "AC-1" for 200.00 against order "PO-1" dated 2026-02-10
    And "malee" pays "V-1" for 120.00 against acceptance "AC-1" dated 2026-02-24
    And today is 2026-04-10

  Scenario: The budget status goes from the original budget to what is available
    Then the report "budget-status" shows:
      | level        | original | supplements | cuts   | current  | pre-committed | committed | accepted | disbursed | available |
      | organisation | 1,500.00 | 100.00      | -50.00 | 1,550.00 | 100.00        | 180.00    | 80.00    | 120.00    | 1,150.00  |

  Scenario: Original and final budget are compared with actual, with the reasons (IPSAS 24)
    Then the report "budget-comparison" shows:
      | level        | original | changes | final    | actual | difference |
      | organisation | 1,500.00 | 50.00   | 1,550.00 | 120.00 | 1,430.00   |
    And the report "budget-comparison" mentions "central fund for floods"
    And the report "budget-comparison" mentions "committee stage"

  Scenario: Execution is shown at the stages of commitment and payment against the original budget (PEFA PI-28)
    Then the report "execution" with quarter=Q2 shows:
      | project_code | through | original | commitment_stage | payment_stage |
      | P01          | Q1      | 1,500.00 | 0.00             | 0.00          |
      | P01          | Q2      | 1,500.00 | 300.00           | 120.00        |

  Scenario: Orders that are not accepted and acceptances that are not paid show their age
    Then the report "ageing" shows:
      | level    | stage      | document | age_days | bucket | outstanding |
      | document | commitment | PO-1     | 80       | 61-90  | 100.00      |
      | document | acceptance | AC-1     | 59       | 31-60  | 80.00       |

  Scenario: What is likely to lapse is listed with its deadline
    Given at year-end the policy carries nothing and the rest lapses
    And today is 2026-09-01
    Then the report "likely-to-lapse" shows:
      | what       | document | amount | at_risk | deadline   | days_left |
      | commitment | PO-1     | 100.00 | 100.00  | 2026-09-30 | 29        |
      | acceptance | AC-1     | 80.00  | 80.00   | 2026-09-30 | 29        |
      | request    | PR-1     | 100.00 | 100.00  | 2026-09-30 | 29        |

  Scenario: Disbursement is held against the cabinet's target rates
    Given the cabinet's targets are:
      | fiscal year | group   | through | percent |
      | 2569        | all     | Q2      | 50      |
      | 2569        | current | Q2      | 10      |
      | 2569        | capital | Q4      | 75      |
    Then the report "disbursement-targets" shows:
      | group   | through | budget   | disbursed | target_percent | shortfall | status  |
      | all     | Q2      | 1,550.00 | 120.00    | 50             | 655.00    | missed  |
      | current | Q2      | 1,100.00 | 120.00    | 10             | -10.00    | met     |
      | capital | Q4      | 450.00   | 0.00      | 75             | 337.50    | running |

  Scenario: Days from request to payment
    Then the report "payment-days" shows:
      | level   | document | request_to_order_days | order_to_acceptance_days | acceptance_to_payment_days | whole_days |
      | payment | V-1      | 10                    | 21                       | 14                         | 45         |

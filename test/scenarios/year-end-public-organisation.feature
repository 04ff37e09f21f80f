Feature: The year-end of a public organisation: money that is not used becomes prior-year balance

  Background:
    Given project "P01" of 2569 has:
      | line                 | amount   |
      | operating            | 1,000.00 |
      | capital              | 500.00   |
      | personnel            | 300.00   |
      | own-income/operating | 200.01   |
    And project "P01" of 2570 is open

  Scenario: The whole balance is carried as prior-year balance, and counted once
    Given at year-end the policy carries the whole and the rest lapses
    And "malee" pays "V-1" for 400.00 on operating dated 2026-08-01
    And today is 2026-10-01
    When "kanda" closes the year dated 2026-09-30
    Then it is recorded
    And operating stands at:
      | current | disbursed | carried forward | available |
      | 400.00  | 400.00    | -600.00         | 0.00      |
    And prior-year-balance/operating in 2570 stands at:
      | brought forward | current | available |
      | 800.01          | 800.01  | 800.01    |

  Scenario: Each line has a rule of its own: whole, commitments only, a percentage, none
    Given at year-end the policy carries the whole of annual-appropriation/operating to accumulated-fund and the rest lapses
    And at year-end the policy carries the commitments of annual-appropriation/capital and the rest returns
    And at year-end the policy carries 33 percent of own-income/operating to own-income and the rest lapses
    And at year-end the policy carries nothing of annual-appropriation/personnel and the rest returns
    And "somchai" orders "PO-1" for 150.00 on capital dated 2026-06-01
    And today is 2026-10-01
    When "kanda" closes the year dated 2026-09-30
    Then it is recorded
    And capital stands at:
      | current | committed | carried forward | returned | available |
      | 0.00    | 0.00      | -150.00         | -350.00  | 0.00      |
    And personnel stands at:
      | current | returned | available |
      | 0.00    | -300.00  | 0.00      |
    And own-income/operating stands at:
      | current | carried forward | lapsed  | available |
      | 0.00    | -66.00          | -134.01 | 0.00      |
    And accumulated-fund/operating in 2570 stands at:
      | brought forward | available |
      | 1,000.00        | 1,000.00  |
    And capital in 2570 stands at:
      | brought forward | committed | available |
      | 150.00          | 150.00    | 0.00      |
    And own-income/operating in 2570 stands at:
      | brought forward | available |
      | 66.00           | 66.00     |

  Scenario: An order that is carried forward is paid from the next year
    Given at year-end the policy carries the commitments and the rest lapses
    And "somchai" orders "PO-1" for 150.00 on capital dated 2026-06-01
    And today is 2026-10-01
    And "kanda" closes the year dated 2026-09-30
    When "malee" pays "V-1" for 150.01 against order "PO-1" of 2570
    Then it is refused with "commitment-exceeded", short by 0.01
    When "malee" pays "V-1" for 150.00 against order "PO-1" of 2570
    Then it is recorded
    And capital in 2570 stands at:
      | committed | disbursed | available |
      | 0.00      | 150.00    | 0.00      |

  Scenario: A closing whose money is used in the next year is not taken back
    Given at year-end the policy carries the whole and the rest lapses
    And "kanda" closes the year dated 2026-09-30
    And "malee" pays "V-1" for 1.00 on prior-year-balance/operating of 2570 dated 2026-10-02
    When "kanda" takes back the year-end step because "too early" dated 2026-10-05
    Then it is refused
    And nothing is recorded

  Scenario: What is carried opens the account of the next year where nobody has opened it
    Given at year-end the policy carries the whole and the rest lapses
    And project "P02" of 2569 has 10.00 on operating
    And today is 2026-10-01
    When "kanda" closes the year in "P02" dated 2026-09-30
    Then it is recorded
    And prior-year-balance/operating of "P02" in 2570 stands at:
      | brought forward | available |
      | 10.00           | 10.00     |

  Scenario: A report shows what was carried, returned and lapsed, and what the next year received, counted once
    Given at year-end the policy carries the whole of */operating and the rest lapses
    And at year-end the policy carries nothing of */capital and the rest returns
    And at year-end the policy carries nothing and the rest lapses
    And "malee" pays "V-1" for 400.00 on operating dated 2026-08-01
    And today is 2026-10-01
    And "kanda" closes the year dated 2026-09-30
    Then the report "year-end" shows:
      | fiscal_year | level | final    | disbursed | carried_forward | returned | lapsed | brought_forward |
      | 2569        | total | 2,000.01 | 400.00    | 800.01          | 500.00   | 300.00 |                 |
      | 2570        | total |          |           |                 |          |        | 800.01          |

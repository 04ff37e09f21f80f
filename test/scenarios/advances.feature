Feature: Money is advanced before it is spent, then cleared

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "malee" pays advance "AD-1" for 300.00 on operating

  Scenario: An advance is paid out and draws on the line
    Then operating stands at:
      | disbursed | advances | available |
      | 300.00    | 300.00   | 700.00    |

  Scenario: An advance of more than is available is refused
    When "malee" pays advance "AD-2" for 700.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01

  Scenario: An advance that is spent to the satang is cleared without new budget
    When "malee" clears advance "AD-1" as "V-1" spending 300.00
    Then it is recorded
    And operating stands at:
      | disbursed | advances | available |
      | 300.00    | 0.00     | 700.00    |

  Scenario: Only what is spent above the advance draws new budget
    When "malee" clears advance "AD-1" as "V-1" spending 340.50
    Then operating stands at:
      | disbursed | advances | available |
      | 340.50    | 0.00     | 659.50    |

  Scenario: What is spent above the advance must be available
    Given "somchai" orders "PO-1" for 660.00 on operating
    When "malee" clears advance "AD-1" as "V-1" spending 340.01
    Then it is refused with "budget-exceeded", short by 0.01
    And nothing is recorded

  Scenario: Unused cash that is returned with the clearing is available again
    When "malee" clears advance "AD-1" as "V-1" spending 250.00 returning 50.00
    Then operating stands at:
      | disbursed | advances | available |
      | 250.00    | 0.00     | 750.00    |

  Scenario: An advance that is not needed is returned whole, and not more
    When "malee" returns advance "AD-1" for 300.01 because "the trip was called off"
    Then it is refused with "advance-exceeded", short by 0.01
    When "malee" returns advance "AD-1" for 300.00 because "the trip was called off"
    Then operating stands at:
      | disbursed | advances | available |
      | 0.00      | 0.00     | 1,000.00  |

  Scenario: What was advanced in September is cleared in October, when its year is closed
    Given today is 2026-10-20
    And "kanda" closes the year dated 2026-09-30
    When "malee" clears advance "AD-1" as "V-1" spending 250.00 returning 50.00
    Then it is refused with "date-outside-fiscal-year"
    When "malee" clears advance "AD-1" as "V-1" spending 250.00
    Then operating stands at:
      | current | disbursed | advances | available |
      | 300.00  | 300.00    | 50.00    | 0.00      |
    When "malee" clears advance "AD-1" as "RV-1" spending 50.00 because "ส่งเงินคงเหลือเป็นรายได้"
    Then operating stands at:
      | current | disbursed | advances | available |
      | 300.00  | 300.00    | 0.00     | 0.00      |

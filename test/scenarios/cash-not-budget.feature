Feature: Retention, guarantees and late fines move cash, not budget

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "somchai" orders "PO-1" for 600.00 on operating

  Scenario: Retention is kept back from the payment, and the budget is used in full
    When "malee" pays "V-1" for 600.00 against order "PO-1" withholding 30.00 as retention
    Then it is recorded
    And operating stands at:
      | committed | disbursed | available |
      | 0.00      | 600.00    | 400.00    |

  Scenario: Retention is paid out later, and no line moves
    Given "malee" pays "V-1" for 600.00 against order "PO-1" withholding 30.00 as retention "RT-1"
    When "malee" returns held cash "RT-1" for 30.00 because "the warranty is over"
      | field | value        |
      | to    | counterparty |
    Then it is recorded
    And operating stands at:
      | committed | disbursed | available |
      | 0.00      | 600.00    | 400.00    |

  Scenario: A late fine lowers what is paid out, not what is used
    When "malee" pays "V-1" for 600.00 against order "PO-1" withholding 12.50 as late-fine
    Then operating stands at:
      | committed | disbursed | available |
      | 0.00      | 600.00    | 400.00    |

  Scenario: No more is kept back than is paid
    When "malee" pays "V-1" for 600.00 against order "PO-1" withholding 500.00 as retention withholding 100.01 as late-fine
    Then it is refused with "withheld-exceeds-payment"
    And nothing is recorded

  Scenario: A guarantee comes in and goes back, and no line moves
    When "malee" holds guarantee "G-1" for 60.00 against order "PO-1"
    Then it is recorded
    And 400.00 is available on operating
    When "malee" returns held cash "G-1" for 60.01 because "the guarantee period is over"
      | field | value        |
      | to    | counterparty |
    Then it is refused with "held-cash-exceeded", short by 0.01
    When "malee" returns held cash "G-1" for 60.00 because "the guarantee period is over"
      | field | value        |
      | to    | counterparty |
    Then it is recorded
    And 400.00 is available on operating

  Scenario: A line of a document that does not touch the budget says so
    When "malee" notes off the budget of order "PO-1" item "2" for 42.00 because "delivered free, for customs only"
    Then it is recorded
    And 400.00 is available on operating

  Scenario: A document says of one of its lines that it does not touch the budget
    When "somchai" orders over several lines "PO-7"
      | project | line      | amount | off budget                          |
      | P01     | operating | 400.00 |                                     |
      | P01     |           | 900.00 | paid by the donor, not by the budget |
    Then it is recorded
    And the events are CommitmentMade, OffBudgetLineNoted
    And 0.00 is available on operating

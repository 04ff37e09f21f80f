Feature: A reversal restores the stage before, a refund returns money to the line

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "somchai" requests "PR-1" for 600.00 on operating
    And "somchai" orders "PO-1" for 500.00 on operating against request "PR-1"

  Scenario: An order that is reversed leaves its request as it was
    When "somchai" reverses order "PO-1" because "the supplier withdrew"
    Then it is recorded
    And operating stands at:
      | pre-committed | committed | available |
      | 600.00        | 0.00      | 400.00    |

  Scenario: A final order that is reversed reopens what it had closed
    Given "somchai" orders "PO-2" for 50.00 on operating against request "PR-1" finally
    And operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 550.00    | 450.00    |
    When "somchai" reverses order "PO-2" because "the supplier withdrew"
    Then operating stands at:
      | pre-committed | committed | available |
      | 100.00        | 500.00    | 400.00    |

  Scenario: An order that is paid already is not reversed; the payment is named
    Given "malee" pays "V-1" for 100.00 against order "PO-1"
    When "somchai" reverses order "PO-1" because "the supplier withdrew"
    Then it is refused with "document-in-use"
    And nothing is recorded

  Scenario: An acceptance that is reversed leaves its order as it was
    Given "wipa" accepts "AC-1" for 200.00 against order "PO-1"
    When "wipa" reverses acceptance "AC-1" because "broken on arrival"
    Then operating stands at:
      | committed | accepted | available |
      | 500.00    | 0.00     | 400.00    |

  Scenario: An acceptance that is paid already is not reversed
    Given "wipa" accepts "AC-1" for 200.00 against order "PO-1"
    And "malee" pays "V-1" for 200.00 against acceptance "AC-1"
    When "wipa" reverses acceptance "AC-1" because "broken on arrival"
    Then it is refused with "document-in-use"

  Scenario: A payment that is reversed leaves its acceptance as it was
    Given "wipa" accepts "AC-1" for 200.00 against order "PO-1"
    And "malee" pays "V-1" for 200.00 against acceptance "AC-1"
    When "malee" reverses payment "V-1" because "wrong account"
    Then operating stands at:
      | committed | accepted | disbursed | available |
      | 500.00    | 200.00   | 0.00      | 400.00    |

  Scenario: A refund returns money to the line, and the order stays as it is
    Given "malee" pays "V-1" for 500.00 against order "PO-1"
    When "malee" refunds "RF-1" for 20.00 against payment "V-1" because "paid too much"
    Then it is recorded
    And operating stands at:
      | pre-committed | committed | disbursed | available |
      | 100.00        | 0.00      | 480.00    | 420.00    |

  Scenario: No more is refunded than was paid
    Given "malee" pays "V-1" for 500.00 against order "PO-1"
    And "malee" refunds "RF-1" for 20.00 against payment "V-1" because "paid too much"
    When "malee" refunds "RF-2" for 480.01 against payment "V-1" because "paid too much"
    Then it is refused with "reversal-exceeds-disbursement"
    And nothing is recorded

Feature: Work is accepted, and what is accepted is paid

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "somchai" orders "PO-1" for 600.00 on operating

  Scenario: What is accepted and not yet paid is still committed
    When "wipa" accepts "AC-1" for 250.00 against order "PO-1"
    Then it is recorded
    And operating stands at:
      | committed | accepted | disbursed | available |
      | 600.00    | 250.00   | 0.00      | 400.00    |

  Scenario: A payment of what is accepted liquidates both stages
    Given "wipa" accepts "AC-1" for 250.00 against order "PO-1"
    When "malee" pays "V-1" for 250.00 against acceptance "AC-1"
    Then operating stands at:
      | committed | accepted | disbursed | available |
      | 350.00    | 0.00     | 250.00    | 400.00    |

  Scenario: No more is accepted than is ordered
    When "wipa" accepts "AC-1" for 600.01 against order "PO-1"
    Then it is refused with "commitment-exceeded", short by 0.01
    And nothing is recorded

  Scenario: No more is paid than is accepted
    Given "wipa" accepts "AC-1" for 250.00 against order "PO-1"
    When "malee" pays "V-1" for 250.01 against acceptance "AC-1"
    Then it is refused with "acceptance-exceeded", short by 0.01
    And nothing is recorded

  Scenario: The last delivery is accepted for less, and the order closes in the same decision
    Given "wipa" accepts "AC-1" for 250.00 against order "PO-1"
    When "wipa" accepts "AC-2" for 300.00 against order "PO-1" finally
    Then the events are WorkAccepted, then CommitmentReleased
    And operating stands at:
      | committed | accepted | disbursed | available |
      | 550.00    | 550.00   | 0.00      | 450.00    |

  Scenario: The last payment of an order releases what it no longer needs in the same decision
    When "malee" pays "V-1" for 580.00 against order "PO-1" finally
    Then the events are DisbursementMade, then CommitmentReleased
    And operating stands at:
      | committed | disbursed | available |
      | 0.00      | 580.00    | 420.00    |

  Scenario: What is accepted cannot be released from the order
    Given "wipa" accepts "AC-1" for 250.00 against order "PO-1"
    When "somchai" releases order "PO-1" for 350.01 because "cheaper"
    Then it is refused with "commitment-exceeded", short by 0.01
    When "somchai" releases order "PO-1" for 350.00 because "cheaper"
    Then operating stands at:
      | committed | accepted | available |
      | 250.00    | 250.00   | 750.00    |

  Scenario: Nothing is accepted before it is ordered
    Given "somchai" orders "PO-2" for 100.00 on operating dated 2025-11-15
    When "wipa" accepts "AC-1" for 100.00 against order "PO-2" dated 2025-11-14
    Then it is refused with "date-before-commitment"

  Scenario: An order that does not exist is not accepted
    When "wipa" accepts "AC-1" for 100.00 against order "PO-9"
    Then it is refused with "commitment-unknown"

Feature: One request, several orders; units instead of amounts; no residue of a satang

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: A request is split over several orders by amount, and the last one leaves nothing
    Given "somchai" requests "PR-1" for 100.00 on operating
    When "somchai" orders "PO-1" for 33.33 on operating against request "PR-1"
    And "somchai" orders "PO-2" for 33.33 on operating against request "PR-1"
    And "somchai" orders "PO-3" for 33.34 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 100.00    | 900.00    |

  Scenario: Three units of a request that cannot be divided evenly leave no residue
    Given "somchai" requests "PR-1" of 3 units for 100.00 on operating
    When "somchai" orders "PO-1" of 1 unit for 33.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 66.67         | 33.00     | 900.33    |
    When "somchai" orders "PO-2" of 1 unit for 33.00 on operating against request "PR-1"
    And "somchai" orders "PO-3" of 1 unit for 33.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 99.00     | 901.00    |

  Scenario: A dearer unit is refused: what it costs beyond its share was not requested
    Given "somchai" requests "PR-1" of 3 units for 90.00 on operating
    When "somchai" orders "PO-1" of 1 unit for 35.00 on operating against request "PR-1"
    Then it is refused with "request-exceeded"
    And nothing is recorded

  Scenario: A dearer unit draws the difference from the line, as far as the policy says
    Given the policy lets a later document exceed the one before by 20 percent and 15.00 baht
    And "somchai" requests "PR-1" of 3 units for 90.00 on operating
    When "somchai" orders "PO-1" of 1 unit for 35.01 on operating against request "PR-1"
    Then it is refused with "request-exceeded"
    When "somchai" orders "PO-1" of 1 unit for 35.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 60.00         | 35.00     | 905.00    |

  Scenario: A part of a unit pays no large sum
    Given "somchai" orders "PO-1" of 10 units for 100.00 on operating
    When "malee" pays "V-1" of 0.0001 units for 900.00 against order "PO-1"
    Then it is refused with "commitment-exceeded"
    And nothing is recorded

  Scenario: No more units are ordered than are requested
    Given "somchai" requests "PR-1" of 3 units for 90.00 on operating
    And "somchai" orders "PO-1" of 2 units for 60.00 on operating against request "PR-1"
    When "somchai" orders "PO-2" of 2 units for 30.00 on operating against request "PR-1"
    Then it is refused with "quantity-exceeded"
    And nothing is recorded

  Scenario: An order is accepted and paid by units, half-litres included
    Given "somchai" orders "PO-1" of 10 units for 99.99 on operating
    When "wipa" accepts "AC-1" of 2.5 units for 25.00 against order "PO-1"
    And "wipa" accepts "AC-2" of 7.5 units for 74.99 against order "PO-1"
    And "malee" pays "V-1" of 2.5 units for 25.00 against acceptance "AC-1"
    And "malee" pays "V-2" of 7.5 units for 74.99 against acceptance "AC-2"
    Then operating stands at:
      | committed | accepted | disbursed | available |
      | 0.00      | 0.00     | 99.99     | 900.01    |

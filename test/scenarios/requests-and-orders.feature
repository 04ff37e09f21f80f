Feature: A request holds money, an order takes it over

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating

  Scenario: An approved request pre-commits money before anything is ordered
    When "somchai" requests "PR-1" for 600.00 on operating
    Then it is recorded
    And operating stands at:
      | current  | pre-committed | committed | disbursed | available |
      | 1,000.00 | 600.00        | 0.00      | 0.00      | 400.00    |

  Scenario: A request for one satang more than is available is refused
    When "somchai" requests "PR-1" for 1,000.01 on operating
    Then it is refused with "budget-exceeded", short by 0.01 on operating
    And nothing is recorded

  Scenario: An order against a request takes no budget a second time
    Given "somchai" requests "PR-1" for 600.00 on operating
    When "somchai" orders "PO-1" for 600.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 600.00    | 400.00    |

  Scenario: An order takes a part of its request, the rest stays held
    Given "somchai" requests "PR-1" for 600.00 on operating
    When "somchai" orders "PO-1" for 250.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 350.00        | 250.00    | 400.00    |

  Scenario: A final order is cheaper than its request, and the rest returns in the same decision
    Given "somchai" requests "PR-1" for 600.00 on operating
    When "somchai" orders "PO-1" for 250.00 on operating against request "PR-1" finally
    Then it is recorded
    And the events are CommitmentMade, then RequestReleased
    And operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 250.00    | 750.00    |
    When "somchai" orders "PO-2" for 0.01 on operating against request "PR-1"
    Then it is refused with "request-exceeded", short by 0.01

  Scenario: No order takes more of a request than is outstanding
    Given "somchai" requests "PR-1" for 600.00 on operating
    And "somchai" orders "PO-1" for 250.00 on operating against request "PR-1"
    When "somchai" orders "PO-2" for 350.01 on operating against request "PR-1"
    Then it is refused with "request-exceeded", short by 0.01
    And nothing is recorded

  Scenario: A request gives back a part, then is closed, and never gives more than it holds
    Given "somchai" requests "PR-1" for 600.00 on operating
    When "somchai" releases request "PR-1" for 600.01 because "fewer chairs"
    Then it is refused with "request-exceeded", short by 0.01
    When "somchai" releases request "PR-1" for 100.00 because "fewer chairs"
    Then 500.00 is available on operating
    When "somchai" releases request "PR-1" because "not bought at all"
    Then operating stands at:
      | pre-committed | available |
      | 0.00          | 1,000.00  |
    When "somchai" releases request "PR-1" because "not bought at all"
    Then it is refused with "nothing-outstanding"

  Scenario: An expense that has no order is committed all the same
    When "somchai" commits to "EX-1" for 80.00 on operating because "electricity of November"
    Then operating stands at:
      | committed | available |
      | 80.00     | 920.00    |

  Scenario: An order is not dated before its request
    Given "somchai" requests "PR-1" for 600.00 on operating dated 2025-11-15
    When "somchai" orders "PO-1" for 600.00 on operating against request "PR-1" dated 2025-11-14
    Then it is refused with "date-before-document"

  Scenario: An order may exceed its request as far as the policy says, and the excess draws new budget
    Given the policy lets a later document exceed the one before by 10 percent and 50.00 baht
    And "somchai" requests "PR-1" for 600.00 on operating
    When "somchai" orders "PO-1" for 650.01 on operating against request "PR-1"
    Then it is refused with "request-exceeded"
    When "somchai" orders "PO-1" for 650.00 on operating against request "PR-1"
    Then operating stands at:
      | pre-committed | committed | available |
      | 0.00          | 650.00    | 350.00    |

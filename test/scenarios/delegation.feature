Feature: A duty is lent to another for some days

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And the policy wants "checker" to approve "commit" from 100.00
    And "malee" has the duty "checker"

  Scenario: The deputy approves in the days of the delegation, in the name of both
    Given "malee" delegates "checker" to "wipa" from 2025-12-01 until 2025-12-14
    And today is 2025-12-14
    And "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "wipa" approves "D-1"
    Then the events are DocumentApproved, CommitmentMade
    And the event "DocumentApproved" says:
      | field      | value |
      | by         | wipa  |
      | onBehalfOf | malee |

  Scenario: The deputy does not approve before or after
    Given "malee" delegates "checker" to "wipa" from 2025-12-01 until 2025-12-14
    And today is 2025-11-30
    And "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "wipa" approves "D-1"
    Then it is refused with "duty-missing"
    Given today is 2025-12-15
    When "wipa" approves "D-1"
    Then it is refused with "duty-missing"

  Scenario: Nobody lends a duty that he does not have
    When "wipa" delegates "checker" to "somsri" from 2025-12-01 until 2025-12-14
    Then it is refused with "duty-missing"
    And nothing is recorded

  Scenario: What the maker lends does not become another's eyes
    Given "somchai" has the duty "checker"
    And "somchai" delegates "checker" to "wipa" from 2025-10-01 until 2025-12-14
    And "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "wipa" approves "D-1"
    Then it is refused with "maker-is-checker"

  Scenario: A duty that is withdrawn is gone
    Given "malee" no longer has the duty "checker"
    And "somchai" orders "PO-1" for 100.00 on operating for approval as "D-1"
    When "malee" approves "D-1"
    Then it is refused with "duty-missing"

  Scenario: Once somebody keeps the policy, nobody else sets it or gives duties
    Given "direk" has the duty "keep-policy"
    When "somchai" gives "somchai" the duty "checker"
    Then it is refused with "duty-missing"
    And nothing is recorded

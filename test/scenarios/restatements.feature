Feature: A closed period is restated only by role, with a reason and an approver

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "kanda" has the duty "keep-periods"
    And "malee" has the duty "restate"
    And "direk" has the duty "approve-restatement"
    And today is 2025-12-05
    And "kanda" closes 2025-11

  Scenario: A restatement is recorded now and effective then
    When "malee" orders "PO-1" for 100.00 on operating dated 2025-11-30 as a restatement because "the contract was in another drawer" for approval as "R-1"
    Then the events are DocumentSubmitted
    When "direk" approves "R-1"
    Then the events are DocumentApproved, CommitmentMade
    And the journal of "PO-1" reads:
      | type           | effective_on |
      | CommitmentMade | 2025-11-30   |
    And the decision on "CommitmentMade" is on record with:
      | field                | value   |
      | restates.0           | 2025-11 |
      | approval.maker       | malee   |
      | approval.approvers.0 | direk   |

  Scenario: A restatement without an approver is refused
    When "malee" orders "PO-1" for 100.00 on operating dated 2025-11-30 as a restatement because "the contract was in another drawer"
    Then it is refused with "approval-needed"
    And nothing is recorded

  Scenario: A restatement by somebody whose duty it is not is refused
    When "somchai" orders "PO-1" for 100.00 on operating dated 2025-11-30 as a restatement because "the contract was in another drawer" for approval as "R-1"
    Then it is refused with "restatement-not-allowed"
    And nothing is recorded

  Scenario: A restatement without a reason is refused
    When "malee" orders "PO-1" for 100.00 on operating dated 2025-11-30 as a restatement for approval as "R-1"
    Then it is refused with "reason-missing"
    And nothing is recorded

Feature: A proposed policy, cut or ceiling is replayed over the real history, and nothing is written

  Background:
    Given project "P01" of 2569 has 1,000.00 on operating
    And "somchai" orders "PO-1" for 300.00 on operating dated 2025-10-10
    And "somchai" orders "PO-2" for 400.00 on operating dated 2025-11-10
    And "malee" pays "V-1" for 300.00 against order "PO-1" dated 2025-12-10

  Scenario: A proposed policy lists the documents that it would have refused, and what stands on them
    When the history is replayed under a policy that counts against what is released
    Then these would have been refused:
      | document | code             | shortBy |
      | PO-1     | budget-exceeded  | 300.00  |
      | PO-2     | budget-exceeded  | 400.00  |
      | V-1      | document-unknown |         |
    And nothing is recorded

  Scenario: A proposed cut lists the documents that it would have refused
    When the history is replayed with a cut of 500.00 on operating
    Then these would have been refused:
      | document | code            | shortBy |
      | PO-2     | budget-exceeded | 200.00  |
    And nothing is recorded

  Scenario: A proposed ceiling lists the documents that it would have refused
    When the history is replayed under a ceiling per quarter of the line at commit:
      | period | percent |
      | Q1     | 30      |
    Then these would have been refused:
      | document | code             | shortBy |
      | PO-2     | ceiling-exceeded | 400.00  |
    And nothing is recorded

  Scenario: What the real rules are refuses nothing that is recorded: a replay gives the same decisions
    When the history is replayed as it was
    Then nothing would have been refused
    And nothing is recorded

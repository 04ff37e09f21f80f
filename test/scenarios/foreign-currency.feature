Feature: A document in foreign currency consumes at the booked rate; later rates move nothing

  Background:
    Given project "P01" of 2569 has 100,000.00 on operating
    And "somchai" orders "PO-1" of 1,000.00 USD at 35.505 for 35,505.00 on operating

  Scenario: The order takes what the booked rate says
    Then operating stands at:
      | committed | available |
      | 35,505.00 | 64,495.00 |

  Scenario: An amount in baht that is not the foreign amount at its rate is refused
    When "somchai" orders "PO-2" of 1,000.00 USD at 35.505 for 35,505.01 on operating
    Then it is refused with "foreign-amount-differs"
    And nothing is recorded

  Scenario: A payment at a higher rate of the day consumes at the booked one
    When "malee" pays "V-1" of 400.00 USD for 14,400.00 against order "PO-1"
    Then operating stands at:
      | committed | disbursed | available |
      | 21,303.00 | 14,202.00 | 64,495.00 |

  Scenario: The last payment takes the rest, and nothing remains of rounding
    Given "somchai" orders "PO-2" of 100.00 USD at 33.3333 for 3,333.33 on operating
    When "malee" pays "V-1" of 33.33 USD for 1,111.00 against order "PO-2"
    And "malee" pays "V-2" of 33.33 USD for 1,133.22 against order "PO-2"
    And "malee" pays "V-3" of 33.34 USD for 1,066.88 against order "PO-2"
    Then operating stands at:
      | committed | disbursed | available |
      | 35,505.00 | 3,333.33  | 61,161.67 |

  Scenario: No more foreign money is paid than is ordered
    When "malee" pays "V-1" of 1,000.01 USD for 30,000.30 against order "PO-1"
    Then it is refused with "quantity-exceeded"

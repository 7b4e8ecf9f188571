"""What people know better than the program: verdicts on pairs and on claims, facts added by hand, and how all that meets a new reading.

``log`` is what was written, ``keys`` what it hangs on, ``bind`` how it is found again in the documents of today, ``queue`` what somebody
should look at, ``batch`` the same as CSV.
"""

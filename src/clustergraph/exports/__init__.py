"""The graph for other programs: tables (xlsx, parquet) and the exchange forms of the field (Popolo, FollowTheMoney)."""

"""Files become values: realisation tables, tables of records, and SAKTI's budget export."""

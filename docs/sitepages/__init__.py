"""The pages of the site that are made from the library: indicators, reference, packages, navigation."""

"""Catalogues (katalog IKU): all the indicators of one decree, by code, and scorecards made of them."""

from kinerja.catalogue.catalogue import Catalogue, catalogue_of
from kinerja.catalogue.files import bundled_catalogue, bundled_catalogues, load_catalogue

__all__ = ["Catalogue", "bundled_catalogue", "bundled_catalogues", "catalogue_of", "load_catalogue"]

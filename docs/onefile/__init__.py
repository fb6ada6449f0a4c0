"""What kinerja.html is made of; README.md says how its parts meet."""

"""An index kept in step with the archive's change feed."""

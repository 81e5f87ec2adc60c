"""The engines behind `retrieval.engine.Engine`, one file each."""

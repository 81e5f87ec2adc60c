"""Measures of answers to judged questions: tables for people, JSON for programs."""

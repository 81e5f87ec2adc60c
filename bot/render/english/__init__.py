"""The words for people, in English; another language is another folder like this one."""

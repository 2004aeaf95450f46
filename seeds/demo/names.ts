/** Everything here is invented; any likeness to a real company or person is chance. */
export const organisationName = 'Harbour & Vale IT Services';
export const mailDomain = 'harbour-vale.example';

export const siteNames = ['Harbour House', 'Vale Park', 'Northgate'] as const;
export type SiteName = (typeof siteNames)[number];

/** Handed out in this order, so that nobody changes their name when a career is changed. */
export const peopleNames: readonly string[] = [
  'Anil Kapoor-Reyes', 'Bronwen Prosser', 'Callum Drennan', 'Dilnoza Yusupova', 'Ewa Szymańska', 'Farid Benhaddou', 'Gwen Achterberg', 'Hamza Siddiqui-Lowe',
  'Imogen Thackray', 'Jomo Wanjala', 'Keiko Hartmann', 'Leon Baptiste', 'Mairead Gallacher', 'Nnamdi Ezeilo', 'Oksana Hrytsenko', 'Paulo Quintela',
  'Qiu Lan Ho', 'Rashida Mortimer', 'Stefan Dragomir', 'Tamsin Pellow', 'Usman Raufi', 'Valentina Cordova', 'Wesley Abara', 'Xanthe Kyriakou',
  'Yusuf Altintas', 'Zofia Marczak', 'Aled Bevan-Price', 'Blessing Okorafor', 'Cem Yildirim', 'Deepika Ramanan', 'Eamon Corrigan', 'Fatoumata Diallo-West',
  'Gareth Inchbald', 'Hye-jin Seo', 'Ifeoma Nwankwo', 'Jasper Lindqvist', 'Kamila Nowosad', 'Lachlan Farquharson', 'Meera Venkatesan', 'Niall Brannigan',
  'Olumide Fashola', 'Petra Vondráčková', 'Quentin Marlowe', 'Rosa Ibarrola', 'Sanjay Bhattarai', 'Thandiwe Mkhize', 'Ulrich Steinbrenner', 'Vesna Perković',
  'Winston Delacroix', 'Ximena Barragán', 'Yewande Coker', 'Zubair Hashimi', 'Agnes Tunstall', 'Bogdan Ilinca', 'Chidi Umeh', 'Dafydd Rhys-Morgan',
  'Elif Karahan', 'Finlay Abercrombie', 'Grażyna Wilk', 'Hugo Tavares', 'Ines Falkenberg', 'Jaswinder Sohal', 'Kofi Ansah-Boadu', 'Layla Haddad',
  'Matteo Bellandi', 'Nasreen Qureshi-Holt', 'Oisín Mulvaney', 'Priscilla Tandoh', 'Ravi Jayasuriya', 'Siobhan Kinsella', 'Tevita Latu', 'Una Whitcroft',
  'Vikram Chaudhuri', 'Wanda Szulc', 'Yannick Lefort', 'Zeinab Farahani', 'Arthur Penhaligon', 'Beatriz Nogueira', 'Cormac Tierney', 'Dinah Osterley',
  'Emeka Obiora', 'Freya Sandgren', 'Goran Milić', 'Harriet Ashdown', 'Ilse van der Meulen', 'Jerome Toussaint', 'Kirsty Dalgleish', 'Lwazi Khumalo',
  'Marta Figueroa', 'Neil Strachan', 'Oluwaseun Bankole', 'Parveen Gill', 'Roman Havlík', 'Saoirse Devlin', 'Tariq Mansour', 'Uma Krishnaswamy',
  'Viktor Antonescu', 'Wilhelmina Boateng', 'Yasmin Elgazzar', 'Zachary Holloway', 'Astrid Kjeldsen', 'Benedict Oyelaran', 'Carys Llewelyn', 'Dominic Sauvage',
  'Esra Demirtaş', 'Francesca Moretti', 'Gideon Asare', 'Helena Sobczak', 'Ibrahim Conteh', 'Joanna Redfern', 'Kelechi Iroha', 'Ludmila Zajac',
  'Morag Sutherland', 'Nikhil Deshmukh', 'Orla McGuinness', 'Philippa Crowhurst', 'Rubén Alcázar', 'Shanice Campbell-Roe', 'Tomos Gethin', 'Veronika Sládek',
  'William Tregenza', 'Yolanda Espada', 'Zain Malik-Foster', 'Aoife Rattigan', 'Bartosz Gawron', 'Celestine Mbeki', 'Duncan Auchterlonie', 'Emiko Tanabe',
];

/** Where people worked before: a company, what they were there, and the family it counts for, if any. */
export const earlierJobs: readonly { employer: string; role: string; family: string | null }[] = [
  { employer: 'Brackwater Stores', role: 'Shop floor assistant', family: null },
  { employer: 'Brackwater Stores', role: 'Help desk operator', family: 'service-desk' },
  { employer: 'Calderon Freight', role: 'IT support assistant', family: 'service-desk' },
  { employer: 'Calderon Freight', role: 'Warehouse supervisor', family: null },
  { employer: 'Dunmere District Council', role: 'Service desk agent', family: 'service-desk' },
  { employer: 'Dunmere District Council', role: 'Desktop engineer', family: 'end-user-computing' },
  { employer: 'Ellery & Finch', role: 'Office administrator', family: null },
  { employer: 'Fernhollow Academy', role: 'School IT technician', family: 'end-user-computing' },
  { employer: 'Gullane Telecom', role: 'Customer adviser', family: null },
  { employer: 'Gullane Telecom', role: 'Network operations assistant', family: 'infrastructure' },
  { employer: 'Hartsmoor Hospitals', role: 'First line analyst', family: 'service-desk' },
  { employer: 'Hartsmoor Hospitals', role: 'Ward clerk', family: null },
  { employer: 'Isambard Insurance', role: 'Software tester', family: 'applications' },
  { employer: 'Kestrel Broadband', role: 'Field technician', family: 'infrastructure' },
  { employer: 'Larkrise Hotels', role: 'Night receptionist', family: null },
  { employer: 'Merrow Computing', role: 'Repair technician', family: 'end-user-computing' },
];

export const institutions = ['Dunmere College', 'Hartsmoor University', 'Vale Technical Institute', 'Northgate Sixth Form', 'Open evening college'] as const;
export const subjects = ['Computing', 'Information systems', 'Business studies', 'Electronics', 'History', 'Mathematics', 'Media', 'Physics'] as const;
